package lstm.report;

import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.forecast.IntervalNote;
import lstm.text.NumberText;

/** What to know about prediction intervals, in words. */
public final class IntervalText {
    private IntervalText() {}

    /** For example {@code intervals beyond step 5 are extrapolated ...}. */
    public static Phrase of(IntervalNote note) {
        if (note instanceof IntervalNote.NoErrors) {
            return Phrase.of("no intervals: no rows were held out to learn errors from");
        } else if (note instanceof IntervalNote.ErrorsNotKept old) {
            return Phrase.of(
                    "no intervals: the model file is of an earlier lstm, which kept no errors of the ",
                    old.method(),
                    " forecast; train again");
        } else if (note instanceof IntervalNote.PartOfCombination) {
            return Phrase.of("no intervals: the model keeps the errors of its combination, not those of the network");
        } else if (note instanceof IntervalNote.Extrapolated extrapolated) {
            return Phrase.of(
                    "intervals beyond step ",
                    extrapolated.lastStep(),
                    " are extrapolated (width grows with the square root of the step)");
        } else if (note instanceof IntervalNote.FewErrors few) {
            return Phrase.of(
                    few.level(),
                    " % intervals are estimated from the spread of ",
                    few.errors(),
                    few.errors() == 1 ? " error" : " errors",
                    " on held-out rows; counting the errors beyond their ends takes ",
                    few.needed());
        } else if (note instanceof IntervalNote.OneSign biased) {
            return Phrase.of(oneSign(biased));
        }
        IntervalNote.Uncalibrated learned = (IntervalNote.Uncalibrated) note;
        return Phrase.of(
                learned.firstStep() == 1 ? "intervals" : "intervals from step " + learned.firstStep() + " on",
                " are not calibrated and usually too narrow: fewer than ",
                learned.needed(),
                " rows were held out; train with a larger ",
                Setting.VALIDATION);
    }

    private static String oneSign(IntervalNote.OneSign biased) {
        return "the model is biased: on held-out rows " + NumberText.count(biased.errors()) + " of "
                + NumberText.count(biased.all()) + " forecasts of " + biased.series() + " were too "
                + (biased.tooLow() ? "low" : "high") + ", by " + size(biased)
                + " on average; forecasts are not corrected, and intervals reach farther "
                + (biased.tooLow() ? "up than down" : "down than up");
    }

    private static String size(IntervalNote.OneSign biased) {
        double mean = Math.abs(biased.mean());
        return switch (biased.unit()) {
            case TARGET -> NumberText.rounded(mean, 3);
            case LAST_VALUE -> NumberText.rounded(100 * mean, 3) + " % of the last value";
            case WINDOW_DEVIATION -> NumberText.rounded(mean, 3) + " standard deviations of the rows before";
        };
    }
}
