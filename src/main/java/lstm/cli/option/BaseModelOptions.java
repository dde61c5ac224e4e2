package lstm.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.series.ReadOptions;
import lstm.workflow.BaseRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** How a CSV is read that is forecast by the base model, since there is no other model that knows. */
public final class BaseModelOptions {
    private static final List<Setting> OWN = List.of(Setting.TARGET, Setting.DATE, Setting.BY, Setting.SEASON);

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Without a model: the column to forecast (default: as lstm train chooses it).")
    private List<String> target = List.of();

    @Option(
            names = "--date",
            paramLabel = "NAME",
            description = "Without a model: the date column; several, such as year,month,day, are put together; none:"
                    + " number the rows (default: detected).")
    private String date;

    @Option(
            names = "--season",
            paramLabel = "M",
            description = "Without a model: rows in a season, such as 12 for months; 1: none (default: detected).")
    private Integer season;

    /** How to read a CSV. */
    public ReadOptions reading() {
        ReadOptions columns = ReadOptions.columns(target, List.of(), List.of());
        return date == null ? columns : columns.withDate(date);
    }

    /** The season that is asked for; empty if it is to be found. */
    public OptionalInt season() throws LstmException {
        return season == null ? OptionalInt.empty() : OptionalInt.of(SettingRange.atLeastOne(Setting.SEASON, season));
    }

    /** Sets the season that is asked for, if any. */
    public void applyTo(BaseRequest<?> request) throws LstmException {
        if (season != null) {
            request.season(season);
        }
    }

    /** Refuses options that only a model has a use for. */
    public static void refuse(ParseResult parsed, List<Setting> ofModels) throws LstmException {
        Optional<Setting> other = given(parsed, ofModels);
        if (other.isPresent()) {
            throw LstmException.usage(other.get(), " needs a model, and the base model has no use for it")
                    .remedy("leave it out, or train a model");
        }
    }

    /** Refuses options that are for tables where there is none. */
    public static void requireTable(ParseResult parsed, List<Setting> ofTables) throws LstmException {
        Optional<Setting> other = given(parsed, ofTables);
        if (other.isPresent()) {
            throw LstmException.usage(other.get(), " is for tables of several series")
                    .remedy("leave it out, or name the columns that tell the series apart with ", Setting.BY);
        }
    }

    /** Refuses these options where there is a model, which knows its columns. */
    public static void refuseOwn(ParseResult parsed) throws LstmException {
        refuseOwn(parsed, OWN);
    }

    /** The same of some of them. */
    public static void refuseOwn(ParseResult parsed, List<Setting> some) throws LstmException {
        Optional<Setting> own = given(parsed, some);
        if (own.isPresent()) {
            throw LstmException.usage(own.get(), " is for forecasts without a model, which knows how to read a CSV")
                    .remedy("leave it out, or name the CSV alone");
        }
    }

    private static Optional<Setting> given(ParseResult parsed, List<Setting> settings) {
        return settings.stream()
                .filter(setting -> parsed.hasMatchedOption("--" + setting))
                .findFirst();
    }
}
