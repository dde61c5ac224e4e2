package lstm.workflow;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.prepare.Preparation;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesKey;

/**
 * The forecasts of the rows of one series of a table.
 *
 * @param result empty if no row of it can be forecast
 * @param reason why no row can be forecast; empty if there is a result
 */
public record KeyedEvaluation(
        SeriesKey key, SeriesStatus status, Optional<EvaluationResult> result, Optional<LstmException> reason) {
    /**
     * Forecasts and scores the rows of a series.
     *
     * @param preparation of the model
     * @throws LstmException if the settings do not suit the model
     */
    static KeyedEvaluation of(ModelEvaluation evaluation, KeyedSeries one, Preparation preparation)
            throws LstmException {
        try {
            EvaluationResult result = evaluation.run(one.series());
            return new KeyedEvaluation(
                    one.key(),
                    result.isPadded() ? SeriesStatus.PADDED : SeriesStatus.OK,
                    Optional.of(result),
                    Optional.empty());
        } catch (LstmException e) {
            if (e.kind() != LstmException.Kind.DATA) {
                throw e;
            }
            return new KeyedEvaluation(
                    one.key(), unscored(evaluation, one.series(), preparation), Optional.empty(), Optional.of(e));
        }
    }

    private static SeriesStatus unscored(ModelEvaluation evaluation, Series series, Preparation preparation) {
        if (evaluation.isAfter(series)) {
            return SeriesStatus.ENDED;
        }
        int least = preparation.leastRows() + evaluation.steps();
        return series.rows() < least ? SeriesStatus.SHORT : SeriesStatus.FAILED;
    }
}
