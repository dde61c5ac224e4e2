package lstm.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import lstm.file.Disk;

/** Starts the program: the only place that ends the process. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code. The launcher says by the property {@code lstm.terminal} which of
     * standard output (1) and standard error (2) a person sees, since the JVM cannot tell them apart.
     */
    public static void main(String[] args) {
        String terminals = System.getProperty("lstm.terminal", "");
        StopSignal signal = new StopSignal();
        signal.listen();
        Console console = new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminals.contains("1"),
                terminals.contains("2"),
                signal,
                Disk.LOCAL,
                System::nanoTime);
        System.exit(new Lstm(console).run(args));
    }
}
