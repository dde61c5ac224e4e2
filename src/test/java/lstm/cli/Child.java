package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program started as a user does, by its launcher, in a process of its own. */
public final class Child implements AutoCloseable {
    /** The folder that the launcher stands in. */
    public static final Path HOME = Path.of("").toAbsolutePath();

    public static final Path LAUNCHER = HOME.resolve("lstm");

    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path out;
    private final BufferedReader err;
    private final StringBuilder said = new StringBuilder();

    private Child(Process process, Path out) {
        this.process = process;
        this.out = out;
        this.err = process.errorReader(UTF_8);
    }

    /** How a process ended, and what it wrote. */
    public record Ended(int code, String out, String err) {}

    /**
     * Starts a command in a folder; variables that are empty are taken out of the environment. The launcher takes
     * {@link BriefJava} unless the variables say where Java is.
     */
    public static Child start(Path folder, Map<String, String> variables, List<?> command) throws IOException {
        Path out = Files.createTempFile("out", "");
        ProcessBuilder builder =
                new ProcessBuilder(command.stream().map(Object::toString).collect(Collectors.toList()));
        if (!variables.containsKey("JAVA_HOME")) {
            builder.environment().put("JAVA_HOME", BriefJava.HOME.toString());
        }
        variables.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Child(
                builder.directory(folder.toFile()).redirectOutput(out.toFile()).start(), out);
    }

    public static Ended run(Path folder, Map<String, String> variables, List<?> command)
            throws IOException, InterruptedException {
        try (Child child = start(folder, variables, command)) {
            return child.end();
        }
    }

    public static Ended run(Path folder, Object... command) throws IOException, InterruptedException {
        return run(folder, Map.of(), List.of(command));
    }

    /** Waits for a line on standard error that begins so. */
    public void awaitLine(String beginning) throws IOException {
        assertTrue(
                says(beginning),
                () -> "it ended with " + process.onExit().join().exitValue() + " and without a line '" + beginning
                        + "': " + said);
    }

    /** Waits until it says a line that begins so, or has ended; whether it said one. */
    public boolean says(String beginning) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does; whether it still ran. */
    public boolean kill() throws InterruptedException {
        // Not by way of the process, which would close what can still be read of it.
        process.toHandle().destroyForcibly();
        return process.waitFor() == KILLED;
    }

    /** Sends a signal, such as {@code INT}. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertTrue(kill.waitFor() == 0, "no process to signal; it said: " + said);
    }

    /** Sends it an empty line. */
    public void sendLine() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Lets it come to its end. */
    public Ended end() throws IOException, InterruptedException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.append(line).append('\n');
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it goes on without end: " + said);
        return new Ended(process.exitValue(), Files.readString(out), said.toString());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
    }
}
