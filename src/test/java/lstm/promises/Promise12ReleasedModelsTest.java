package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lstm.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 12: every model file ever released opens for ever and forecasts the same; one of a future version is refused
 * naming both versions. {@link ReleasedModels} says how the files come about.
 */
class Promise12ReleasedModelsTest {
    /** Processors add up in other orders: as far as float32 goes, not to the bit. */
    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path directory;

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ReleasedModels.ALL)) {
            return folders.sorted().toList();
        }
    }

    static List<Path> models() throws IOException {
        List<Path> models = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(ReleasedModels.MODEL))
                        .sorted()
                        .forEach(models::add);
            }
        }
        return models;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noReleasedFileWasEverChangedOrTakenAway(Path folder) throws IOException {
        List<String> hashes = ReleasedModels.hashes(folder);
        assertTrue(hashes.size() > 40, hashes.size() + " files");
        for (String line : hashes) {
            String[] words = line.split("  ");
            assertEquals(words[0], ReleasedModels.sha256(folder.resolve(words[1])), words[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itOpensAndForecastsTheSame(Path model) throws IOException {
        Cli.run("inspect", model).succeeds();
        List<String> expected = Files.readAllLines(ReleasedModels.forecasts(model));
        List<String> actual = ReleasedModels.predict(model).succeeds().lines();
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.get(0), actual.get(0));
        for (int k = 1; k < expected.size(); k++) {
            String[] then = expected.get(k).split(",");
            String[] now = actual.get(k).split(",");
            for (int cell = 0; cell < 3; cell++) {
                assertEquals(then[cell], now[cell]);
            }
            double value = Double.parseDouble(then[3]);
            assertEquals(value, Double.parseDouble(now[3]), TOLERANCE * Math.max(1, Math.abs(value)), actual.get(k));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anUnfinishedOneIsResumed(Path released) throws IOException {
        if (released.getFileName().toString().startsWith("unfinished")) {
            Path model = Files.copy(released, directory.resolve("m.model.json"));
            Cli.run("train", released.resolveSibling("prices.csv"), "-o", model, "--resume", "--quiet")
                    .succeeds();
        }
    }

    @Test
    void everyCellTransformAndScalerHasAReleasedModel() throws IOException {
        assertTrue(models().size() >= 24, models().size() + " models");
        Figures.report("12.released.models.opened", models().size());
    }

    @Test
    void oneOfAFutureVersionIsRefusedNamingBoth() throws IOException {
        Path released = models().get(0);
        String text = Files.readString(released, StandardCharsets.ISO_8859_1);
        for (String version : List.of("2", "17", "9223372036854775807")) {
            Path model = directory.resolve("future.model.json");
            Files.writeString(
                    model,
                    text.replaceFirst("\"version\": \\d+", "\"version\": " + version),
                    StandardCharsets.ISO_8859_1);
            Cli run = Cli.run("predict", model);
            assertEquals(4, run.code());
            assertEquals(
                    "lstm: " + model + ": was written by a newer lstm (format version " + version
                            + "; this one reads up to 1); install the newer lstm\n",
                    run.err());
        }
    }
}
