package lstm.workflow;

import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.series.Series;
import lstm.series.SeriesTable;

/** Whether series are alike enough to train one model together. */
public final class SeriesForm {
    private final Series first;
    private final String wanted;

    private SeriesForm(Series first) {
        this.first = first;
        wanted = steps(first);
    }

    /** The form that the others must have. */
    public static SeriesForm of(Series first) {
        return new SeriesForm(first);
    }

    /**
     * Refuses a series with other columns or other steps than the first.
     *
     * @throws LstmException of kind {@code DATA}
     */
    public void require(Series series) throws LstmException {
        if (!first.columns().equals(series.columns()) || !first.roles().equals(series.roles())) {
            throw LstmException.data(
                            "has the columns ",
                            String.join(", ", series.columns()),
                            ", but ",
                            first.source(),
                            " has ",
                            String.join(", ", first.columns()))
                    .in(series.source())
                    .remedy("give all of them the same columns, in the same roles");
        }
        String steps = steps(series);
        if (first.kind() != series.kind() || !steps.equals(wanted)) {
            throw LstmException.data("its steps are ", steps, ", but those of ", first.source(), " are ", wanted)
                    .in(series.source())
                    .remedy("train a separate model for each", one(series));
        }
    }

    /** How to take one series of a table. */
    private static Phrase one(Series series) {
        boolean inTable = !series.reading().keys().isEmpty();
        return inTable ? Phrase.of(", this one with ", Setting.ONLY.to(SeriesTable.name(series))) : Phrase.of();
    }

    /** Nothing but the unit of an irregular series is certain. */
    private static String steps(Series series) {
        Calendar calendar = Calendar.infer(series);
        return calendar.toString();
    }
}
