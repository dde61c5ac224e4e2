package lstm.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.Hyperparameters;
import lstm.preset.SeriesTraits;
import lstm.random.SplitMix64;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final int DRAWS = 300;

    @Test
    void itStartsWithSmallNetworksOnChangesAndEndsWithTheClassicOne() {
        List<Settings> starts = Spaces.of(12, 12, 130).starts();
        Settings first = starts.get(0);
        assertEquals(Transform.LOG_RETURN, first.plan().transform());
        assertEquals(24, first.lookback());
        assertEquals(1, first.layers());
        assertEquals(12, first.plan().horizon());
        assertTrue(starts.stream().anyMatch(s -> s.plan().transform() == Transform.SEASONAL_DIFFERENCE));
        Settings last = starts.get(starts.size() - 1);
        assertEquals(Settings.CLASSIC.lookback(), last.lookback());
        assertEquals(Settings.CLASSIC.units(), last.units());
        assertEquals(Settings.CLASSIC.plan().scaling(), last.plan().scaling());
        assertEquals(starts.size(), new HashSet<>(starts).size());
    }

    @Test
    void logarithmsAreOnlyTriedWhereAllValuesAreAboveZero() {
        SearchSpace space = Spaces.of(1, 1, 500, EnumSet.allOf(Hyperparameter.class), false);
        SplitMix64 random = SplitMix64.of(1);
        for (int k = 0; k < DRAWS; k++) {
            assertFalse(space.random(random).plan().transform().needsPositive());
        }
        assertTrue(space.starts().stream().noneMatch(s -> s.plan().transform().needsPositive()));
    }

    @Test
    void anEpochOfATableOfMillionsOfRowsTakesSomeOfItsWindows() {
        for (int season : List.of(1, 7, 365)) {
            SearchSpace space = Spaces.of(season, 7, 50_000_000);
            List<Settings> tried = new ArrayList<>(space.starts());
            tried.add(space.random(SplitMix64.of(1)));
            tried.add(space.near(tried.get(0), SplitMix64.of(1)));
            for (Settings one : tried) {
                assertTrue(one.recipe().windows() > 0 && one.recipe().windows() <= 200_000, one.toString());
            }
            assertTrue(Spaces.of(season, 7, 100).starts().stream()
                    .allMatch(one -> one.recipe().windows() == 0));
        }
        Set<Hyperparameter> others = EnumSet.complementOf(EnumSet.of(Hyperparameter.EPOCH_WINDOWS));
        assertTrue(Spaces.of(7, 7, 50_000_000, others, true).starts().stream()
                .allMatch(one -> one.recipe().windows() == 0));
    }

    @Test
    void withoutASeasonNothingSeasonalIsTried() {
        SearchSpace space = Spaces.of(1, 1, 500);
        SplitMix64 random = SplitMix64.of(1);
        for (int k = 0; k < DRAWS; k++) {
            PreparationPlan plan = space.random(random).plan();
            assertFalse(plan.transform().isSeasonal() || !plan.residual().isEmpty(), plan.toString());
        }
    }

    @Test
    void aWindowHoldsAllThatResidualsReachBackTo() {
        SplitMix64 random = SplitMix64.of(1);
        Set<List<Integer>> residuals = new HashSet<>();
        for (int k = 0; k < DRAWS; k++) {
            Settings drawn = Spaces.of(12, 3, 500).random(random);
            residuals.add(drawn.plan().residual());
            assertTrue(drawn.plan().residual().stream().allMatch(rows -> rows <= drawn.lookback()), drawn.toString());
        }
        assertEquals(5, residuals.size(), residuals.toString());
    }

    @Test
    void residualsThatAreSettledMakeWindowsLonger() {
        Set<Hyperparameter> free = EnumSet.complementOf(EnumSet.of(Hyperparameter.RESIDUAL));
        Settings classic = Spaces.of(12, 3, 500).base();
        Settings base = Hyperparameters.of(classic)
                .withStrategy(Strategy.DIRECT, List.of(30))
                .applyTo(classic);
        Settings first = new AccuratePreset(
                        new SeriesTraits(false, false, List.of(), List.of(), false, 0, 0, false, false, 500, 500))
                .applyTo(base, free);
        assertEquals(30, first.lookback());
        assertEquals(Transform.NONE, first.plan().transform());
        SearchSpace space = new SearchSpace(base, free, first, true, List.of(), 500, false);
        SplitMix64 random = SplitMix64.of(1);
        for (int k = 0; k < DRAWS; k++) {
            Settings drawn = k % 2 == 0 ? space.random(random) : space.near(first, random);
            assertTrue(drawn.lookback() >= 30 && drawn.plan().residual().equals(List.of(30)), drawn.toString());
        }
    }

    @Test
    void onlyWhatIsFreeIsChanged() {
        SearchSpace space = Spaces.of(12, 3, 500, Set.of(Hyperparameter.CELL), true);
        SplitMix64 random = SplitMix64.of(1);
        Set<CellKind> cells = EnumSet.noneOf(CellKind.class);
        for (int k = 0; k < DRAWS; k++) {
            Settings drawn = k % 2 == 0 ? space.random(random) : space.near(space.base(), random);
            cells.add(drawn.cell());
            Hyperparameters same = Hyperparameters.of(drawn)
                    .with(Hyperparameters.of(space.base()), dimension -> dimension == Hyperparameter.CELL);
            assertEquals(space.base(), same.applyTo(drawn));
        }
        assertTrue(cells.size() >= 5, cells.toString());
        assertEquals(1, space.starts().size());
    }

    @Test
    void whatIsDrawnNearSettingsSharesMostWithThem() {
        SearchSpace space = Spaces.of(12, 3, 500);
        SplitMix64 random = SplitMix64.of(1);
        Settings from = space.starts().get(0);
        double same = 0;
        for (int k = 0; k < DRAWS; k++) {
            same += space.near(from, random).lookback() == from.lookback() ? 1.0 / DRAWS : 0;
        }
        assertTrue(same > 0.7 && same < 1, same + " keep the lookback");
    }

    @Test
    void longSeriesAreSeenLessOften() {
        int few = Spaces.of(1, 1, 100).starts().get(0).recipe().epochs();
        int many = Spaces.of(1, 1, 3_000).starts().get(0).recipe().epochs();
        int most = Spaces.of(1, 1, 1_000_000).starts().get(0).recipe().epochs();
        assertEquals(List.of(200, 50, 5), List.of(few, many, most));
    }
}
