package lstm.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.evaluate.ForecastMethod;
import lstm.evaluate.SkillGate;
import lstm.forecast.IntervalRequest;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.series.KeyedSeries;
import lstm.series.ReadOptions;
import lstm.series.Series;

/**
 * One file of a batch, or one series of a table.
 *
 * @param number from 0, in the order in which the files were named
 * @param file the CSV, as it was named; of a table also the key of the series
 * @param series of a table; empty if the file is still to be read
 * @param forecast where its forecast goes
 */
public record BatchJob(int number, String file, Optional<KeyedSeries> series, Path forecast, Work work) {
    /** What is done for the forecast. */
    public sealed interface Work {
        /** How to read the file. */
        ReadOptions reading();

        /** How to forecast. */
        Predict predict();

        /** The same with another place for the model, if there is one. */
        Work to(Path model);
    }

    /**
     * A model is trained, or brought up to date.
     *
     * @param model where it goes
     */
    public record OwnModel(Path model, Train train, Predict predict) implements Work {
        @Override
        public ReadOptions reading() {
            return train.reading();
        }

        @Override
        public OwnModel to(Path other) {
            return new OwnModel(other, train, predict);
        }
    }

    /**
     * Nothing is trained: the base network forecasts.
     *
     * @param season in steps, 1 for none; empty to find it
     */
    public record BaseModel(ReadOptions reading, OptionalInt season, Predict predict) implements Work {
        @Override
        public BaseModel to(Path model) {
            return this;
        }
    }

    /** How to forecast. */
    public Predict predict() {
        return work.predict();
    }

    /** Where its model goes; empty if none is trained. */
    public Optional<Path> model() {
        return work instanceof OwnModel own ? Optional.of(own.model()) : Optional.empty();
    }

    /**
     * How to train.
     *
     * @param advised whether nobody named a preset: then each file is trained as {@link SettingsRequest#advised} says,
     *     but a classic model of an earlier batch stays classic
     */
    public record Train(ReadOptions reading, SettingsRequest settings, boolean advised, SkillGate gate) {
        /** The settings for a series that may already have a model. */
        Settings settings(Series series, Optional<Model> earlier) throws LstmException {
            if (!advised) {
                return settings.settings(List.of(series));
            }
            Settings classic = settings.withoutPreset(List.of(series));
            return earlier.filter(model -> isClassic(model, classic)).isPresent()
                    ? classic
                    : settings.advised(List.of(series));
        }

        /** Its season was that of fewer rows. */
        private static boolean isClassic(Model earlier, Settings classic) {
            Settings trained = Settings.of(earlier);
            int season = classic.plan().season();
            return trained.withPlan(trained.plan().toBuilder().season(season).build())
                    .equals(classic);
        }
    }

    /**
     * How to forecast.
     *
     * @param horizon steps to forecast; empty for the trained horizon
     * @param method that makes the forecasts; empty for the network, which is then not named beside them
     * @param future a CSV of what is known ahead
     * @param format what the caller says of its form
     */
    public record Predict(
            OptionalInt horizon,
            IntervalRequest intervals,
            Optional<ForecastMethod> method,
            Optional<CsvSource> future,
            UnaryOperator<ReadOptions> format) {
        /**
         * A prediction that is asked for what this says; it is to be closed.
         *
         * @param name of the model, for failures
         */
        public Prediction prediction(Model model, String name) throws LstmException {
            Prediction prediction = Prediction.with(model).named(name).intervals(intervals);
            if (horizon.isPresent()) {
                prediction.horizon(horizon.getAsInt());
            }
            method.ifPresent(prediction::method);
            if (future.isPresent()) {
                prediction.future(FutureCovariates.read(model, future.get(), format));
            }
            return prediction;
        }

        /** The same without what is known ahead, which a table has for each series. */
        public Predict withoutFuture() {
            return new Predict(horizon, intervals, method, Optional.empty(), format);
        }
    }
}
