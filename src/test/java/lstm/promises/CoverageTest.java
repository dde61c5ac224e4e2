package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lstm.cli.Cli;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of 80 % cover 72 to 88 % of the truths of real series: trained on the first 80 % of the rows, calibrated on
 * the next tenth, scored on the last tenth, of which neither had seen anything. On a last tenth of fewer than 50 rows
 * no more can be asked than that the share of 80 % is not refuted (two-sided, at 1 %).
 */
class CoverageTest {
    private static final int FEW = 50;

    @TempDir
    Path directory;

    private record Case(String name, String target, int lookback, String missing) {}

    /** In a build some of them, drawn by the seed. */
    static List<Case> series() {
        return Tier.some(
                4,
                List.of(
                        new Case("goog", "close", 60, "error"),
                        new Case("dow-jones", "close", 60, "error"),
                        new Case("eu-stock-markets", "DAX", 60, "error"),
                        new Case("eu-stock-markets", "SMI", 60, "error"),
                        new Case("eu-stock-markets", "CAC", 60, "error"),
                        new Case("eu-stock-markets", "FTSE", 60, "error"),
                        new Case("airline-passengers", "value", 24, "error"),
                        new Case("sunspots", "value", 60, "error"),
                        new Case("co2-weekly", "co2", 60, "interpolate"),
                        new Case("seattle-weather", "temp_max", 60, "error"),
                        new Case("seattle-weather", "precipitation", 60, "error"),
                        new Case("us-employment", "nonfarm", 24, "error"),
                        new Case("electricity-demand", "value", 60, "error")));
    }

    @ParameterizedTest
    @MethodSource("series")
    void intervalsOfEightyPercentCoverAboutAsMuch(Case one) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("data/" + one.name + ".csv"));
        int held = (rows.size() - 1) / 10;
        List<String> last = new ArrayList<>(rows.subList(0, 1));
        last.addAll(rows.subList(rows.size() - held, rows.size()));
        Path known = Files.write(directory.resolve("known.csv"), rows.subList(0, rows.size() - held));
        Path unseen = Files.write(directory.resolve("unseen.csv"), last);
        Path model = directory.resolve("model.json");
        Cli.run(
                        "train",
                        known,
                        "-o",
                        model,
                        List.of("--target", one.target, "--lookback", one.lookback, "--missing", one.missing),
                        List.of("--transform", "difference", "--scaler", "standard", "--validation", 0.1111),
                        List.of("--units", 8, "--layers", 1, "--epochs", 3))
                .succeeds();
        JsonNode interval = Cli.run("evaluate", model, unseen, "--json")
                .succeeds()
                .json()
                .get("intervals")
                .get("80");
        int count = interval.get("rows").intValue();
        double share = interval.get("coverage").doubleValue();
        String said = one.target + " of " + one.name + ": " + share + " of " + count;
        assertTrue(count > held / 2, said);
        if (count < FEW) {
            BinomialDistribution chance = new BinomialDistribution(count, 0.8);
            int covered = (int) Math.round(share * count);
            assertTrue(chance.cumulativeProbability(covered) > 0.005, said);
            assertTrue(1 - chance.cumulativeProbability(covered - 1) > 0.005, said);
        } else {
            assertTrue(share >= 0.72 && share <= 0.88, said);
        }
    }
}
