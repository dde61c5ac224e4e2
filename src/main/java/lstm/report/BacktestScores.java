package lstm.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.evaluate.BacktestResults;
import lstm.evaluate.Covered;
import lstm.evaluate.IntervalScores;
import lstm.forecast.IntervalLevels;
import lstm.model.Score;

/**
 * Scores of forecasts of one or several series: over all steps, by step, and of the intervals.
 *
 * @param names of the targets
 */
public record BacktestScores(BacktestResults outcomes, List<String> names, IntervalLevels levels) {
    /** How far ahead the forecasts look, in words. */
    public String ahead() {
        return Scores.ahead(outcomes.steps());
    }

    /** The score of each target over all steps, without targets whose actual values are all masked. */
    public List<Score> all() {
        return IntStream.range(0, outcomes.targets())
                .mapToObj(target -> outcomes.score(target, -1))
                .flatMap(Optional::stream)
                .toList();
    }

    /** As text: scores over all steps, errors by step, and coverage. */
    public String summary(int target) {
        StringBuilder text = new StringBuilder();
        outcomes.score(target, -1).ifPresent(score -> text.append(Scores.text(score)));
        if (outcomes.steps() > 1) {
            text.append(StepTable.text(outcomes, target));
        }
        return text + CoverageText.of(outcomes.covered(target), levels);
    }

    /** As values for {@link Json}: the first target's scores and intervals, and {@link #targets}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(Scores.values(all().get(0)));
        values.putAll(intervals(0));
        values.put("targets", targets());
        return values;
    }

    /** As values for {@link Json}, for each target: scores over all steps, intervals, and scores by step. */
    public List<Object> targets() {
        List<Object> each = new ArrayList<>();
        for (int target = 0; target < outcomes.targets(); target++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("series", names.get(target));
            values.put("scores", outcomes.score(target, -1).map(Scores::values).orElse(null));
            values.putAll(intervals(target));
            List<Object> steps = new ArrayList<>();
            for (int step = 0; step < outcomes.steps(); step++) {
                steps.add(outcomes.score(target, step).map(Scores::values).orElse(null));
            }
            values.put("steps", steps);
            each.add(values);
        }
        return each;
    }

    private Map<String, Object> intervals(int target) {
        List<Covered> covered = outcomes.covered(target);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("intervals", IntervalScores.values(covered, levels));
        values.put("crps", IntervalScores.crps(covered, levels));
        return values;
    }
}
