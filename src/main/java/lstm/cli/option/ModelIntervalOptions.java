package lstm.cli.option;

import lstm.error.LstmException;
import lstm.forecast.IntervalRequest;
import lstm.train.Recipe;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The prediction intervals of forecasts by something that has been trained before: levels, kind and seed. */
public final class ModelIntervalOptions {
    @Mixin
    private LevelOptions level;

    @Mixin
    private IntervalOptions kind;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed for --intervals dropout (default: ${DEFAULT-VALUE}).")
    private long seed = Recipe.CLASSIC.seed();

    /** The requested intervals, checked. */
    public IntervalRequest request() throws LstmException {
        return kind.request(level, seed);
    }
}
