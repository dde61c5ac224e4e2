package lstm.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lstm.model.Settings;
import lstm.workflow.BacktestPlan;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Settings SMALL = Spaces.of(1, 1, 1_000).small().get(0);

    @Test
    void eachFoldForecastsRowsOfItsOwnBeforeThoseOfTheFoldBefore() {
        Folds folds = Folds.of(1_000, List.of(SMALL));
        assertEquals(List.of(1_000, 900, 800), folds.ends());
        int last = 1_000;
        for (int fold = 0; fold < 3; fold++) {
            BacktestPlan backtest = folds.backtest(fold, SMALL);
            int rows = folds.ends().get(fold);
            assertEquals(last - 1, backtest.row(rows, backtest.origins() - 1));
            last = backtest.row(rows, 0);
        }
        assertEquals(700, last);
    }

    @Test
    void longSeriesAreJudgedByFewerTrainingsFromNoMoreOrigins() {
        assertEquals(2, Folds.of(2_000, List.of(SMALL)).ends().size());
        Folds longest = Folds.of(1_000_000, List.of(SMALL));
        assertEquals(1, longest.ends().size());
        assertTrue(longest.origins() <= 303, longest.toString());
        assertEquals(100_000, longest.origins() * longest.every(), 500);
    }

    @Test
    void everyFoldHasRowsEnoughForAllSettingsIfThatCanBe() {
        List<Settings> all = Spaces.of(12, 12, 130).small();
        boolean before = false;
        for (int rows = 20; rows < 300; rows++) {
            Folds folds = Folds.of(rows, all);
            assertTrue(folds.ends().isEmpty() || all.stream().anyMatch(folds::fit), folds.toString());
            assertTrue(!before || !folds.ends().isEmpty(), "more rows are too few: " + rows);
            before = !folds.ends().isEmpty();
        }
        Folds folds = Folds.of(130, all);
        assertTrue(folds.ends().size() >= 2 && all.stream().allMatch(folds::fit), folds.toString());
    }

    @Test
    void aFoldHoldsOutAHorizonAtLeastToChooseItsEpochBy() {
        Settings monthly = Spaces.of(12, 12, 130).small().get(0);
        Folds folds = Folds.of(130, List.of(monthly));
        BacktestPlan backtest = folds.backtest(0, monthly);
        int known = backtest.row(folds.ends().get(0), 0);
        assertTrue(backtest.settings().validation() * known >= 12, backtest.toString());
        assertEquals(
                0.1,
                Folds.of(1_000, List.of(SMALL)).backtest(0, SMALL).settings().validation());
    }
}
