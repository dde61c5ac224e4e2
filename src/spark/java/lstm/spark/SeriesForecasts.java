package lstm.spark;

import lstm.error.LstmException;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;
import lstm.series.KeyedSeries;
import lstm.series.ReadOptions;
import lstm.series.SeriesKey;
import lstm.workflow.BaseRequest;
import lstm.workflow.BaseSeriesPrediction;
import lstm.workflow.KeyedForecast;
import lstm.workflow.Prediction;
import lstm.workflow.TablePrediction;

/** What forecasts the series of a partition, one after the other: a model, or the base network. */
sealed interface SeriesForecasts extends AutoCloseable {
    /** How the table is read. */
    ReadOptions reading();

    /** Rows to keep at the end of each series. */
    int rows();

    /** The levels of the intervals. */
    IntervalLevels levels();

    /** The forecast of a series. */
    KeyedForecast forecast(KeyedSeries one, long latest) throws LstmException;

    /** The answer for a series that has no row with a value in every column. */
    KeyedForecast missing(SeriesKey key, String name) throws LstmException;

    /** The answer for a series whose rows are at fault. */
    KeyedForecast refused(SeriesKey key, LstmException reason) throws LstmException;

    @Override
    void close();

    /** By a model. */
    record OfModel(ReadOptions reading, int rows, IntervalLevels levels, Prediction prediction, TablePrediction table)
            implements SeriesForecasts {
        static OfModel of(Model model, String name, ForecastOptions options) throws LstmException {
            Prediction prediction = options.prediction(model, name);
            return new OfModel(
                    options.reading(model),
                    TablePrediction.rows(model),
                    prediction.levels(),
                    prediction,
                    options.table(model, prediction));
        }

        @Override
        public KeyedForecast forecast(KeyedSeries one, long latest) throws LstmException {
            return table.forecast(one, latest);
        }

        @Override
        public KeyedForecast missing(SeriesKey key, String name) throws LstmException {
            return table.missing(key, name);
        }

        @Override
        public KeyedForecast refused(SeriesKey key, LstmException reason) throws LstmException {
            return table.refused(key, reason);
        }

        @Override
        public void close() {
            prediction.close();
        }
    }

    /** By the base network, which is in the jar of each executor. */
    record OfBase(ReadOptions reading, IntervalLevels levels, BaseSeriesPrediction each) implements SeriesForecasts {
        static OfBase of(ForecastOptions options) throws LstmException {
            BaseSeriesPrediction each = options.basePrediction();
            return new OfBase(options.baseReading(), each.levels(), each);
        }

        @Override
        public int rows() {
            return BaseRequest.MOST_ROWS;
        }

        @Override
        public KeyedForecast forecast(KeyedSeries one, long latest) throws LstmException {
            return each.forecast(one, latest);
        }

        @Override
        public KeyedForecast missing(SeriesKey key, String name) {
            return each.missing(key, name);
        }

        @Override
        public KeyedForecast refused(SeriesKey key, LstmException reason) {
            return each.refused(key, reason);
        }

        @Override
        public void close() {
            each.close();
        }
    }
}
