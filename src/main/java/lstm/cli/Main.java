package lstm.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.file.Disk;

/** Starts the program: the only place that ends the process. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code. The launcher sets the property {@code lstm.terminal} to tell which of
     * standard output (1) and standard error (2) a person sees, since the JVM cannot tell them apart, and whether more
     * than ASCII can be shown (u); and by {@code lstm.columns} how wide that is.
     */
    public static void main(String[] args) {
        // Figures are drawn to files; without this, an unreachable display would be an error.
        System.setProperty("java.awt.headless", "true");
        // Standard output is for data; what a library prints there is discarded.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        String terminals = System.getProperty("lstm.terminal", "");
        SignalHandler signal = new SignalHandler();
        signal.listen();
        Console console = new Console(
                input(),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminals.contains("1"),
                terminals.contains("2"),
                terminals.contains("u"),
                signal,
                environment(),
                Disk.LOCAL,
                System::nanoTime);
        Preload preload = Preload.start(args);
        int code = new RootCommand(console).run(args);
        preload.await();
        System.exit(code);
    }

    /**
     * Standard input. If it was closed before Java started, one of Java's own files has its descriptor, and reading
     * that kills the process; the launcher takes care of it, but not every start is the launcher's.
     */
    private static InputStream input() {
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
            if (name.endsWith("/modules") || name.endsWith(".jar") || name.endsWith(".jsa")) {
                return new FileInputStream(new FileDescriptor());
            }
        } catch (IOException e) {
            // Only Linux shows its descriptors so.
        }
        return new FileInputStream(FileDescriptor.in);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("COLUMNS", System.getProperty("lstm.columns", ""));
        return environment;
    }
}
