package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.file.Disk;

/**
 * A process that runs all commands of a folder, since starting Java takes longer than most of them. A shell script,
 * {@link #SCRIPT}, stands for the launcher: it hands its arguments, variables, and standard streams over.
 */
public final class OneProcess implements AutoCloseable {
    private static final String REQUESTS = "requests";

    /** What a shell runs in place of the launcher, before which it may change its arguments. */
    private static final String SCRIPT = """
            [ "$PWD" -ef "${0%/*}" ] || { echo "not in ${0%/*}, but in $PWD" >&2; exit 99; }
            call=$(mktemp -d)
            mkfifo "$call/out" "$call/err" "$call/code"
            printf '%s\\0' "$@" >"$call/arguments"
            env -0 | grep -z '^LSTM_' >"$call/variables"
            cat "$call/out" &
            cat "$call/err" >&2 &
            echo "$call $$" >"${0%/*}/requests"
            read -r code <"$call/code"
            wait
            rm -r "$call"
            exit "$code"
            """;

    private final Process process;

    private OneProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the process, and writes the script {@code lstm} into its folder.
     *
     * @param before what the script does first
     */
    public static OneProcess in(Path folder, String before) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("lstm"), "#!/bin/bash\n" + before + SCRIPT);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        new ProcessBuilder("mkfifo", folder.resolve(REQUESTS).toString())
                .start()
                .waitFor();
        String classes = String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
        return new OneProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Dorg.bytedeco.javacpp.cachedir=" + Child.HOME.resolve("target/natives"),
                        "-cp",
                        classes,
                        OneProcess.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Runs what the scripts in this folder ask for, until it is killed. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] args) throws IOException {
        // Open for both, so that it does not end when a script has written its line.
        try (RandomAccessFile file = new RandomAccessFile(REQUESTS, "rw")) {
            BufferedReader requests = new BufferedReader(Channels.newReader(file.getChannel(), UTF_8));
            while (true) {
                String[] request = requests.readLine().split(" ");
                new Thread(() -> answer(Path.of(request[0]), request[1])).start();
            }
        }
    }

    private static void answer(Path call, String shell) {
        int code;
        try (InputStream in = new Late(Path.of("/proc", shell, "fd/0"));
                OutputStream out = Files.newOutputStream(call.resolve("out"));
                PrintStream err = new PrintStream(Files.newOutputStream(call.resolve("err")), true, UTF_8)) {
            Map<String, String> variables = new HashMap<>();
            for (String variable : words(call.resolve("variables"))) {
                variables.put(variable.replaceFirst("(?s)=.*", ""), variable.replaceFirst("(?s)^[^=]*=", ""));
            }
            Console console = new Console(
                    in, out, err, false, false, true, new SignalHandler(), variables, Disk.LOCAL, System::nanoTime);
            code = new RootCommand(console).run(words(call.resolve("arguments")).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.writeString(call.resolve("code"), code + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Path file) throws IOException {
        String text = Files.readString(file);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    /** A file that is opened when it is first read: opening what nobody writes to waits. */
    private static final class Late extends InputStream {
        private final Path file;
        private InputStream opened;

        Late(Path file) {
            this.file = file;
        }

        private InputStream opened() throws IOException {
            if (opened == null) {
                opened = Files.newInputStream(file);
            }
            return opened;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return opened().read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
