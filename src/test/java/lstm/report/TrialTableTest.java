package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lstm.model.Settings;
import lstm.tune.OriginLosses;
import lstm.tune.Trial;
import org.junit.jupiter.api.Test;

class TrialTableTest {
    private static Trial trial(int number, Settings settings) {
        return new Trial(
                number, settings, Trial.Verdict.JUDGED, List.of(0.9), 1, 2, new OriginLosses(new double[] {1}, 1));
    }

    @Test
    void settingsThatLookTheSameAreToldApart() {
        Settings classic = Settings.CLASSIC;
        Settings longer = classic.withRecipe(classic.recipe().withEpochs(7));
        List<Trial> trials = List.of(trial(1, classic), trial(2, longer), trial(3, classic.withUnits(9)));
        String text = new TrialTable(trials, trials.get(0), settings -> "").text(1);
        List<String> with = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("with "))
                .toList();
        assertEquals(List.of("with epochs 100", "with epochs 7"), with);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }
}
