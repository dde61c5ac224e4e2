package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.file.FailingDisk;

/**
 * The program, save that a training saves after each step, and that it stops before the disk call whose number is the
 * property {@code pause}: it says so on standard error and goes on when it is sent a line.
 */
public final class PausingProgram {
    private static final long MINUTE = 60_000_000_000L;

    private PausingProgram() {}

    /** A clock by which a minute passes between any two looks at it. */
    public static LongSupplier hastyClock() {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(MINUTE);
    }

    /** The command that runs it. */
    public static List<Object> command(int pause, Object... arguments) {
        return command(PausingProgram.class, List.of("-Dpause=" + pause), arguments);
    }

    /** The command that runs a main class of the tests; Ctrl-C reaches it wherever the tests run. */
    public static List<Object> command(Class<?> main, List<String> options, Object... arguments) {
        Path built = Child.HOME.resolve("target");
        // The jar first: its classes come from the archive only then.
        String path = built.resolve("lstm.jar") + System.getProperty("path.separator") + built.resolve("test-classes");
        List<Object> words = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-XX:+UseSerialGC",
                // Where the launcher keeps them: a build depends on nothing in the home folder.
                "-XX:ErrorFile=" + built.resolve("crash-%p.log"),
                "-Dorg.bytedeco.javacpp.cachedir=" + built.resolve("natives")));
        words.addAll(BriefJava.options());
        words.addAll(options);
        words.addAll(List.of("-cp", path, main.getName()));
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                words.addAll(more);
            } else {
                words.add(argument);
            }
        }
        return words;
    }

    public static void main(String[] arguments) {
        int pause = Integer.getInteger("pause", 0);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        FailingDisk disk = new FailingDisk((call, name) -> call == pause && pausedAt(name, errors));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        SignalHandler signal = new SignalHandler();
        signal.listen();
        Console console = new Console(
                System.in, out, errors, false, false, false, signal, java.util.Map.of(), disk, hastyClock());
        System.exit(new RootCommand(console).run(arguments));
    }

    private static boolean pausedAt(String name, PrintStream errors) {
        errors.println("paused before " + name);
        try {
            while (System.in.read() != '\n') {
                continue;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
