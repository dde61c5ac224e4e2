package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.network.CellKind;

/**
 * The models that released versions wrote, with the forecasts they made, in {@code src/test/resources/released}. A
 * release adds to them what it can write, and nothing there is ever changed again. After {@code mvn package}, from the
 * project's folder:
 *
 * <pre>java -cp 'target/classes:target/test-classes:target/lib/*' lstm.promises.ReleasedModels v1</pre>
 *
 * adds the models that the folder of that name does not have. While a format is not released yet, delete its folder
 * first.
 */
final class ReleasedModels {
    static final Path ALL = Path.of("src/test/resources/released");
    static final String MODEL = ".model.json";
    private static final String HASHES = "SHA256SUMS";

    private final Path folder;

    private ReleasedModels(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds models.
     *
     * @param args name of the folder
     */
    public static void main(String[] args) throws IOException {
        ReleasedModels released = new ReleasedModels(Files.createDirectories(ALL.resolve(args[0])));
        released.layOut();
        for (CellKind cell : CellKind.values()) {
            released.add("cell-" + cell, "prices.csv", "--cell", cell);
        }
        for (String transform :
                List.of("log", "difference", "log-return", "relative", "seasonal-difference", "seasonal-change")) {
            released.add("transform-" + transform, "prices.csv", "--transform", transform, "--season", 5);
        }
        for (String scaler : List.of("standard", "robust", "window")) {
            released.add("scaler-" + scaler, "prices.csv", "--scaler", scaler, "--features", "open");
        }
        for (String strategy : List.of("direct", "recursive")) {
            released.add("strategy-" + strategy, "prices.csv", "--strategy", strategy, "--horizon", 3);
        }
        released.add("residual", "prices.csv", "--residual", "1,2", "--horizon", 3);
        released.add("loss-quantile", "prices.csv", "--loss", "quantile", "--horizon", 3);
        for (String optimizer : List.of("adam", "adamw", "rmsprop", "sgd")) {
            released.add("unfinished-" + optimizer, "prices.csv", "--optimizer", optimizer);
        }
        released.add("calendar", "prices.csv", "--calendar", "auto", "--loss", "huber");
        released.add("row-numbers", "numbers.csv", "--missing", "mask", "--max", 100, "--positive");
        released.add("two-targets", "prices.csv", "--target", "close", "--target", "open");
        released.add("known-ahead", "prices.csv", "--target", "close", "--known-ahead", "open");
        released.writeHashes();
    }

    private void layOut() throws IOException {
        if (Files.notExists(folder.resolve("prices.csv"))) {
            SeriesFile.weekdays(folder.resolve("prices.csv"), 60);
            SeriesFile.of(
                    folder.resolve("future.csv"), "date,open", 5, k -> SeriesFile.weekday(60 + k) + "," + (90 + k));
            SeriesFile.of(folder.resolve("numbers.csv"), "y", 60, k -> k == 40 ? "" : "" + SeriesFile.wave(k));
        }
    }

    private void add(String name, String csv, Object... options) throws IOException {
        Path model = folder.resolve(name + MODEL);
        if (Files.exists(model)) {
            return;
        }
        Object[] words = {"train", folder.resolve(csv), "-o", model, "--quiet", Cli.TINY, List.of(options)};
        Cli run = name.startsWith("unfinished") ? Cli.runInterrupted(words) : Cli.run(words);
        if (run.code() != (name.startsWith("unfinished") ? 130 : 0)) {
            throw new IllegalStateException(name + ": " + run.err());
        }
        Cli forecast = predict(model);
        if (forecast.code() != 0) {
            throw new IllegalStateException(name + ": " + forecast.err());
        }
        Files.write(forecasts(model), forecast.bytes());
        System.out.println("added " + model);
    }

    /** The forecasts that the model made when it was new. */
    static Path forecasts(Path model) {
        return model.resolveSibling(model.getFileName().toString().replace(MODEL, ".forecast.csv"));
    }

    /** Five steps after the data it was trained on. */
    static Cli predict(Path model) {
        boolean ahead = model.getFileName().toString().startsWith("known-ahead");
        List<Object> future = ahead ? List.of("--future", model.resolveSibling("future.csv")) : List.of();
        return Cli.run("predict", model, "--horizon", 5, "--quiet", future);
    }

    private void writeHashes() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(folder)) {
            lines.add(sha256(file) + "  " + file.getFileName());
        }
        Files.write(folder.resolve(HASHES), lines, UTF_8);
    }

    /** The lines that {@code sha256sum} wrote of the files when they were released. */
    static List<String> hashes(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(HASHES), UTF_8);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(HASHES)).sorted().toList();
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
