package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No command changes or removes a file that it was given to read, whatever the options and links; and no two outputs of
 * one command are one file.
 */
@Order(21)
class Promise21NobodysFileTest {
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Path folder;
    private Path csv;
    private Path model;
    private Path known;
    private Path future;

    @BeforeAll
    static void train() throws IOException {
        Path csv = SeriesFile.weekdays(shared.resolve("d.csv"), 60);
        Path known = shared.resolve("k.json");
        Cli.run("train", csv, "-o", shared.resolve("m.json"), Cli.TINY).succeeds();
        Cli.run("train", csv, "-o", known, "--known-ahead", "open", Cli.TINY).succeeds();
        Files.writeString(
                shared.resolve("future.csv"),
                Cli.run("future", known, "--horizon", 1).out().replaceAll(",\n", ",7\n"));
    }

    @BeforeEach
    void layOut() throws IOException {
        folder = Files.createDirectory(directory.resolve("data"));
        csv = Files.copy(shared.resolve("d.csv"), folder.resolve("d.csv"));
        model = Files.copy(shared.resolve("m.json"), folder.resolve("m.json"));
        known = Files.copy(shared.resolve("k.json"), folder.resolve("k.json"));
        future = Files.copy(shared.resolve("future.csv"), folder.resolve("future.csv"));
        Files.createSymbolicLink(directory.resolve("linked"), folder);
    }

    /** A command that reads an input and takes an output under an option. */
    private record Case(Path input, List<Object> command) {}

    /** Every command that writes files, with each of the files that it reads, and each option that names an output. */
    private List<Case> cases(Path config) {
        List<Case> cases = new ArrayList<>();
        List<List<Object>> commands = List.of(
                List.of("train", csv, Cli.TINY),
                List.of("predict", model, csv),
                List.of("predict", known, "--future", future),
                List.of("evaluate", model, csv, "--context", csv),
                List.of("explain", model, csv),
                List.of("inspect", model, "--history"),
                List.of("future", known),
                List.of("update", model, csv),
                List.of("backtest", csv, "--origins", 2, Cli.TINY),
                List.of("compare", csv, "--cells", "rnn", Cli.TINY),
                List.of("tune", csv, "--trials", 1, Cli.TINY));
        for (List<Object> command : commands) {
            List<Object> words = new ArrayList<>(command);
            words.addAll(List.of("--config", config, "--force"));
            for (Path input : List.of(csv, model, known, future, config)) {
                if (words.contains(input)) {
                    cases.add(new Case(input, words));
                }
            }
        }
        return cases;
    }

    @Test
    void noOutputReplacesAnInput() throws Exception {
        Path config = Files.writeString(folder.resolve("options.yaml"), "quiet: true\n");
        Map<Path, byte[]> before = contents();
        int turn = 0;
        for (Case one : cases(config)) {
            // Two of the names for each, in turn.
            for (int k = 0; k < 2; k++) {
                List<Path> names = namesOf(one.input());
                isRefused(one.command(), "-o", names.get(turn++ % names.size()));
            }
        }
        assertSame(before);
    }

    @Test
    void neitherDoPicturesAndPages() throws Exception {
        Path picture = Files.copy(csv, folder.resolve("d.svg"));
        Path page = Files.copy(csv, folder.resolve("d.html"));
        Map<Path, byte[]> before = contents();
        for (Path name : namesOf(picture)) {
            isRefused(List.of("train", picture, "-o", folder.resolve("new.json"), "--force"), "--plot", name);
            isRefused(List.of("predict", model, picture, "--force"), "--plot", name);
            isRefused(List.of("plot", picture, "--force"), "-o", name);
            isRefused(List.of("compare", picture, "--force"), "--gradients", name);
        }
        for (Path name : namesOf(page)) {
            isRefused(List.of("evaluate", model, page, "--force"), "--report", name);
            isRefused(List.of("backtest", page, "--force", Cli.TINY), "--report", name);
        }
        assertSame(before);
    }

    /** A file under its own name, through a link, a linked folder, a way round, and a second name. */
    private List<Path> namesOf(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path links = Files.createDirectories(directory.resolve("links"));
        Path link = links.resolve("soft-" + name);
        Path hard = links.resolve("hard-" + name);
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Path.of("..", "linked", name));
            Files.createLink(hard, file);
        }
        return List.of(
                file,
                link,
                hard,
                directory.resolve("linked").resolve(name),
                folder.resolve("../linked/../data/" + name));
    }

    private static void isRefused(List<Object> command, String option, Path name) {
        Cli.run(command, option, name).fails(2, name, "is read by this command");
    }

    @Test
    void twoOutputsAreTwoFiles() throws Exception {
        Files.createSymbolicLink(directory.resolve("here"), Path.of("."));
        Path same = directory.resolve("same.svg");
        Path again = directory.resolve("here").resolve("same.svg");
        for (List<Object> command : List.of(
                List.<Object>of("train", csv, Cli.TINY),
                List.<Object>of("predict", model),
                List.<Object>of("evaluate", model, csv),
                List.<Object>of("explain", model, csv),
                List.<Object>of("compare", csv, Cli.TINY))) {
            Cli.run(command, "-o", same, "--plot", again).fails(2, again, "--output", "--plot");
        }
        Cli.run("compare", csv, Cli.TINY, "--gradients", same, "--plot", again).fails(2, "--gradients", "--plot");
        Path page = directory.resolve("same.html");
        Cli.run("evaluate", model, csv, "-o", page, "--report", directory.resolve("here/same.html"))
                .fails(2, "--output", "--report");
        assertEquals(false, Files.exists(same));
    }

    @Test
    void batchesGoByTheFilesTooAndNotByTheirNames() throws Exception {
        Path forecast = Files.copy(csv, folder.resolve("d.forecast.csv"));
        Map<Path, byte[]> before = contents();
        Path linked = directory.resolve("linked");
        Cli.run("batch", csv, forecast, "-o", linked, Cli.TINY).fails(2, "d.forecast.csv");
        Path list = SeriesFile.lines(folder.resolve("d.model.json"), "file,name", csv + ",d");
        Cli.run("batch", list, "-o", linked, Cli.TINY).fails(2, "d.model.json");
        Files.delete(list);
        Files.createSymbolicLink(folder.resolve("x.model.json"), Path.of("y.model.json"));
        Path names = SeriesFile.lines(directory.resolve("names.csv"), "file,name", csv + ",x", csv + ",y");
        Cli.run("batch", names, "-o", folder, Cli.TINY).fails(2, "two outputs");
        Files.delete(folder.resolve("x.model.json"));
        assertSame(before);
    }

    @Test
    void anInputWithTheNameOfAHiddenFileStays() throws Exception {
        Path lock = Files.copy(csv, directory.resolve(".new.json.lock"));
        Path left = Files.copy(csv, directory.resolve(".new.json.0123456789abcdef.tmp"));
        for (Path input : List.of(lock, left)) {
            Cli.run("train", input, "-o", directory.resolve("new.json"), Cli.TINY)
                    .fails(2, input);
            Cli.run("predict", model, input, "-o", directory.resolve("new.json"))
                    .fails(2, input);
            assertArrayEquals(Files.readAllBytes(csv), Files.readAllBytes(input));
        }
    }

    @Test
    @Tag("process")
    void standardInputAndOutputAreFilesToo() throws Exception {
        String program = String.join(
                " ",
                Jvm.brief().command().stream().map(word -> "'" + word + "'").toList());
        Map<Path, byte[]> before = contents();
        for (String line : List.of(
                "predict m.json - -q -o d.csv --force <d.csv",
                "predict m.json d.csv -q >>d.csv",
                "predict m.json d.csv -q -o /dev/stdout >>d.csv",
                "train d.csv -q -o /dev/stdout --json | cat; exit ${PIPESTATUS[0]}")) {
            Child.Ended ended = Child.run(folder, "bash", "-c", program + " " + line);
            assertEquals(2, ended.code(), line + ended.err());
            assertEquals("", ended.out(), line);
        }
        assertSame(before);
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    contents.put(file, Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }

    private void assertSame(Map<Path, byte[]> before) throws IOException {
        Map<Path, byte[]> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((file, bytes) -> assertArrayEquals(bytes, after.get(file), file.toString()));
    }
}
