package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.file.Disk;

/** What one command line did, run in this process. */
@SuppressWarnings("ArrayRecordComponent") // It is looked at, never compared.
public record Cli(int code, byte[] bytes, String err) {
    /** Options that make training a matter of milliseconds. */
    public static final List<String> TINY =
            List.of("--units", "4", "--layers", "1", "--lookback", "8", "--epochs", "2");

    /** Arguments are texts, paths, numbers, or lists of such. */
    public static Cli run(Object... arguments) {
        return with(new byte[0], false, new SignalHandler(), Map.of(), arguments);
    }

    /** On a disk and by a clock of the test's. */
    public static Cli runOn(Disk disk, LongSupplier clock, Object... arguments) {
        return with(new byte[0], false, new SignalHandler(), Map.of(), disk, clock, arguments);
    }

    public static Cli runOnATerminal(Object... arguments) {
        return with(new byte[0], true, new SignalHandler(), Map.of(), arguments);
    }

    static Cli runOnATerminal(Map<String, String> environment, Object... arguments) {
        return with(new byte[0], true, new SignalHandler(), environment, arguments);
    }

    /** With these variables and no others. */
    static Cli runWith(Map<String, String> environment, Object... arguments) {
        return with(new byte[0], false, new SignalHandler(), environment, arguments);
    }

    public static Cli runReading(byte[] in, Object... arguments) {
        return with(in, false, new SignalHandler(), Map.of(), arguments);
    }

    /** As if Ctrl-C came in the first step of a training. */
    public static Cli runInterrupted(Object... arguments) {
        SignalHandler signal = new SignalHandler();
        signal.await();
        signal.raise(2);
        return with(new byte[0], false, signal, Map.of(), arguments);
    }

    /** Reading standard input, with a signal that another thread requests on the way. */
    public static Cli runSignalled(SignalHandler signal, byte[] in, Map<String, String> environment, List<?> words) {
        return with(in, false, signal, environment, words);
    }

    /** With a signal that the clock, or another thread, raises on the way. */
    static Cli runSignalled(SignalHandler signal, LongSupplier clock, Object... arguments) {
        return with(new byte[0], false, signal, Map.of(), Disk.LOCAL, clock, arguments);
    }

    private static Cli with(
            byte[] in, boolean terminal, SignalHandler signal, Map<String, String> environment, Object... arguments) {
        return with(in, terminal, signal, environment, Disk.LOCAL, System::nanoTime, arguments);
    }

    private static Cli with(
            byte[] in,
            boolean terminal,
            SignalHandler signal,
            Map<String, String> environment,
            Disk disk,
            LongSupplier clock,
            Object... arguments) {
        List<String> words = new ArrayList<>();
        flatten(Arrays.asList(arguments), words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, UTF_8);
        Console console = new Console(
                new ByteArrayInputStream(in), out, errors, terminal, terminal, true, signal, environment, disk, clock);
        int code = new RootCommand(console).run(words.toArray(String[]::new));
        return new Cli(code, out.toByteArray(), err.toString(UTF_8));
    }

    private static void flatten(List<?> arguments, List<String> words) {
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                flatten(more, words);
            } else {
                words.add(argument.toString());
            }
        }
    }

    /** The same, which must have ended well. */
    public Cli succeeds() {
        assertEquals(0, code, err);
        return this;
    }

    /** The same, which must have failed with that code and one line that names each of the parts: a file, an option. */
    public Cli fails(int expected, Object... parts) {
        assertEquals(expected, code, err);
        assertEquals(1, err.lines().count(), err);
        for (Object part : parts) {
            assertTrue(err.contains(part.toString()), part + " is not in: " + err);
        }
        return this;
    }

    public String out() {
        return new String(bytes, UTF_8);
    }

    /** Lines of standard output. */
    public List<String> lines() {
        return out().lines().toList();
    }

    /** Cells of the column of that name in the CSV on standard output. */
    public List<String> column(String name) {
        List<String> lines = lines();
        int index = List.of(lines.get(0).split(",", -1)).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[index]).toList();
    }

    public double[] numbers(String name) {
        return column(name).stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** Standard output, which must be JSON. */
    public JsonNode json() {
        return json(bytes);
    }

    public static JsonNode json(byte[] text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(new String(text, UTF_8), e);
        }
    }

    /** The same object without one of its fields, which it must have. */
    static JsonNode without(JsonNode object, String field) {
        ObjectNode fewer = object.deepCopy();
        assertTrue(fewer.remove(field) != null, field);
        return fewer;
    }
}
