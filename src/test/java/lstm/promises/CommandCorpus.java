package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;

/**
 * Files, links and names that random command lines read and write: what is read is in one folder and never changes,
 * what is written goes to another, or is meant to and does not.
 *
 * @param in the folder of what is read
 * @param out the folder of what is written
 */
record CommandCorpus(Path in, Path out, List<String> series, List<String> models, List<String> others) {
    private static final int LONG = 255;

    static CommandCorpus in(Path folder) throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Path csv = SeriesFile.weekdays(in.resolve("d.csv"), 80);
        Path model = in.resolve("m.json");
        Path known = in.resolve("k.json");
        Cli.run("train", csv, "-o", model, "--features", "open", Cli.TINY).succeeds();
        Cli.run("train", csv, "-o", known, "--known-ahead", "open", Cli.TINY).succeeds();
        Path huge = SeriesFile.of(in.resolve("huge.csv"), "y", 60, k -> (k % 2 == 0 ? "-" : "") + "1.7e308");
        Path names = SeriesFile.of(
                in.resolve("a\u202eb\u200b.csv"), "date,=\u202ey\u200b", 60, k -> SeriesFile.weekday(k) + "," + k % 7);
        Path rows = SeriesFile.numbers(in.resolve("rows.csv"), 50);
        Path late = SeriesFile.of(in.resolve("late.csv"), "date,y", 40, k -> (9960 + k) + "-01-01," + k % 5);
        Path short1 = SeriesFile.lines(in.resolve("short.csv"), "date,y", "2024-01-01,1");
        Path empty = Files.createFile(in.resolve("empty.csv"));
        Path list = SeriesFile.lines(in.resolve("list.csv"), "file,name", csv + ",one", rows + ",two");
        Path scored = Files.writeString(
                in.resolve("scored.csv"),
                Cli.run("evaluate", model, csv).succeeds().out());
        Path cut = Files.writeString(
                in.resolve("cut.json"), Files.readString(model).substring(0, 900));
        Path config = Files.writeString(in.resolve("options.yaml"), "epochs: 1\nunits: 2\n");
        Path folderLink = Files.createSymbolicLink(folder.resolve("linked"), in);
        List<String> series = names(
                csv, csv, csv, csv, rows, names, huge, late, short1, empty, list, scored, folderLink.resolve("d.csv"));
        series.add("-");
        return new CommandCorpus(
                in,
                out,
                series,
                names(model, model, model, known, cut, csv, folderLink.resolve("m.json"), in),
                names(config, config, csv, in, in.resolve("missing")));
    }

    private static List<String> names(Path... files) {
        return new ArrayList<>(Stream.of(files).map(Path::toString).toList());
    }

    /** Names for outputs, most of them good. */
    List<String> outputs(String ending) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            names.add(out.resolve("new" + k + ending).toString());
        }
        return names;
    }

    /** Names for outputs of which most are refused. */
    List<String> oddOutputs(String ending) {
        String fits = "n".repeat(LONG - ending.length()) + ending;
        return List.of(
                out.resolve(fits).toString(),
                out.resolve("n" + fits).toString(),
                out.resolve("here/new0" + ending).toString(),
                out.resolve("back/d.csv").toString(),
                out.resolve("back/m.json").toString(),
                out.resolve("back").toString(),
                out.resolve("none/new" + ending).toString(),
                out.resolve(".new0" + ending).toString(),
                out.toString(),
                in.resolve("d.csv").toString(),
                in.resolve("m.json").toString(),
                "/dev/null",
                "/dev/full",
                "");
    }

    /** What is on standard input. */
    byte[] standardInput() throws IOException {
        return Files.readAllBytes(in.resolve("d.csv"));
    }

    /** Puts everything back: what is read as it was, and of what is written only links. */
    void reset(Map<String, byte[]> inputs) throws IOException {
        clear(out, Set.of());
        clear(in, inputs.keySet());
        for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
            Path file = in.resolve(input.getKey());
            if (!Files.exists(file) || !Arrays.equals(input.getValue(), Files.readAllBytes(file))) {
                Files.write(file, input.getValue());
            }
        }
        Files.createSymbolicLink(out.resolve("here"), Path.of("."));
        Files.createSymbolicLink(out.resolve("back"), in);
    }

    private static void clear(Path folder, Set<String> kept) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !kept.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    Map<String, byte[]> inputs() throws IOException {
        Map<String, byte[]> inputs = new TreeMap<>();
        try (Stream<Path> files = Files.list(in)) {
            for (Path file : files.toList()) {
                inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return inputs;
    }

    /** Fails if a file that was read has changed, or if a hidden file is left that the command line does not name. */
    void isIntact(Map<String, byte[]> before, RandomCommandLine.Line line, String where) throws IOException {
        Set<String> read = line.reads();
        for (String input : read) {
            String name = String.valueOf(Path.of(input).getFileName());
            for (String file : name.equals("list.csv") ? List.of(name, "d.csv", "rows.csv") : List.of(name)) {
                if (before.containsKey(file)) {
                    assertTrue(Files.exists(in.resolve(file)), where + " removed " + file);
                    assertArrayEquals(
                            before.get(file), Files.readAllBytes(in.resolve(file)), where + " changed " + file);
                }
            }
        }
        for (Path folder : List.of(in, out)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> left = files.filter(
                                file -> file.getFileName().toString().matches("\\..+")
                                        && line.words().stream().noneMatch(word -> word.contains(file.toString())))
                        .toList();
                assertTrue(left.isEmpty(), where + " left " + left);
            }
        }
    }

    /** A text for options that take any. */
    static List<String> texts() {
        return List.of(
                "close",
                "close",
                "open",
                "date",
                "y",
                "x",
                "",
                "-",
                ";",
                "a,b",
                "yyyy-MM-dd",
                "..",
                "2",
                "%",
                "\u202ex");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
