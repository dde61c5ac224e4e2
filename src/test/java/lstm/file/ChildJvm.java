package lstm.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;

/**
 * A second process, which does to a file what its arguments say and tells of it line by line: {@code lock FILE} takes
 * the lock and holds it until its input ends, {@code churn FILE COUNTER} takes and frees it again and again and
 * lengthens the counter each time by reading its length and writing that many bytes and one, {@code write FILE BYTES}
 * writes the file.
 */
final class ChildJvm implements AutoCloseable {
    static final int CHURNS = 300;

    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it under a shell command that ends in {@code exec "$@"}, so that limits can be set and output redirected.
     */
    static ChildJvm start(String shell, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", shell, "bash"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.add(placeOf(PathLock.class) + System.getProperty("path.separator") + placeOf(ChildJvm.class));
        command.add(ChildJvm.class.getName());
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static Path placeOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** What it says next; null when it has ended. */
    String nextLine() throws IOException {
        return lines.readLine();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it go on to its end. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try {
            if (arguments[0].equals("lock")) {
                try (PathLock lock = PathLock.acquire(file)) {
                    System.out.println("locked");
                    while (System.in.read() >= 0) {
                        continue;
                    }
                }
            } else if (arguments[0].equals("churn")) {
                churn(file, Path.of(arguments[2]));
                System.out.println("done");
            } else {
                byte[] bytes = new byte[Integer.parseInt(arguments[2])];
                AtomicFile.write(Disk.LOCAL, file, bytes, Existing.REPLACE);
                System.err.println("written");
            }
        } catch (LstmException e) {
            System.err.println(e.kind() + " " + e.getMessage());
        }
    }

    private static void churn(Path file, Path counter) throws IOException, LstmException {
        for (int done = 0; done < CHURNS; ) {
            try (PathLock lock = PathLock.acquire(file)) {
                Files.write(counter, new byte[Files.readAllBytes(counter).length + 1]);
                done++;
            } catch (LstmException e) {
                if (e.kind() != LstmException.Kind.LOCKED) {
                    throw e;
                }
            }
        }
    }
}
