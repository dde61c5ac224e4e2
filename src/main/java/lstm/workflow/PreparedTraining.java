package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.FitExtent;
import lstm.evaluate.Holdout;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.MemoryEstimate;
import lstm.prepare.Panel;
import lstm.prepare.Split;
import lstm.prepare.StaticFeatures;
import lstm.prepare.TrainingSet;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.Recipe;

/**
 * A training whose checks and fitting are done, just before its first step.
 *
 * @param files the series, one or several of the same columns
 * @param panel these, made ready
 * @param draft what is settled about the model
 * @param earlier what an earlier training has used the rows of several series for; empty if there was none
 */
public record PreparedTraining(
        List<Series> files, Panel panel, ModelDraft draft, Optional<DataFingerprint.Use> earlier) {
    /** Copies the list. */
    public PreparedTraining {
        files = List.copyOf(files);
    }

    /**
     * Prepares a training of a new model.
     *
     * @throws LstmException if the series do not suit the settings, or the machine has too little memory
     */
    public static PreparedTraining of(List<Series> files, Settings settings) throws LstmException {
        TrainingChecks.check(files, settings);
        StaticFeatures statics = files.size() == 1 ? StaticFeatures.NONE : StaticFeatures.fit(files);
        settings.checkSize(files.get(0).columns().size());
        Architecture architecture = architecture(settings, files, statics);
        requireMemory(architecture, files, settings);
        Panel panel = Panel.of(settings.plan(), settings.lookback(), files, settings.validation());
        WeightCheck.requirePositive(files.get(0), panel.weights().stream().mapToDouble(weight -> weight));
        return of(files, panel, architecture, settings);
    }

    /** Refuses a network that cannot be made or that the machine has too little memory to train. */
    static void requireFits(Series series, Settings settings) throws LstmException {
        settings.checkSize(series.columns().size());
        List<Series> only = List.of(series);
        Architecture architecture = architecture(settings, only, StaticFeatures.NONE);
        requireMemory(architecture, only, settings);
    }

    /** The same without the checks, for a caller that has made them. */
    static PreparedTraining unchecked(List<Series> files, Settings settings) {
        Panel panel = Panel.of(settings.plan(), settings.lookback(), files, settings.validation());
        return of(
                files, panel, architecture(settings, files, panel.preparation().statics()), settings);
    }

    private static PreparedTraining of(List<Series> files, Panel panel, Architecture architecture, Settings settings) {
        ModelDraft draft = files.size() == 1
                ? draft(files.get(0), panel.parts().get(0), architecture, settings)
                : ModelDraft.of(files, reading(files), panel, architecture, settings);
        return new PreparedTraining(files, panel, draft, Optional.empty());
    }

    /** How the first was read, and the numbers of the first whose numbers have to be remembered. */
    private static ReadOptions reading(List<Series> files) {
        ReadOptions first = files.get(0).reading();
        return files.stream()
                .map(series -> series.reading().numbers())
                .filter(NumberStyle::firm)
                .findFirst()
                .map(first::withNumbers)
                .orElse(first);
    }

    /**
     * Prepares further training of a model on other rows, which are transformed and scaled as its own were.
     *
     * @param share of the rows held out, to be kept in the model
     */
    static PreparedTraining onward(NewRows rows, Model model, double share, Recipe recipe) throws LstmException {
        Settings settings = Settings.of(model).withValidation(share).withRecipe(recipe);
        return rows.isOfSeveral()
                ? onwardOfSeveral(rows, model, settings)
                : onward(rows, model, rows.split(model, share), settings);
    }

    private static PreparedTraining onwardOfSeveral(NewRows rows, Model model, Settings settings) throws LstmException {
        List<Series> files = rows.files();
        requireMemory(model.architecture(), files, settings);
        Panel panel = Panel.of(model.preparation(), files, settings.validation());
        WeightCheck.requirePositive(files.get(0), panel.weights().stream().mapToDouble(weight -> weight));
        ModelDraft draft = ModelDraft.of(files, reading(files), panel, model.architecture(), settings);
        DataFingerprint.Use earlier = model.data().knownUse();
        return new PreparedTraining(
                files,
                panel,
                draft.with(draft.data().after(earlier), Calendar.infer(files.get(0), model.calendar())),
                Optional.of(earlier));
    }

    private static PreparedTraining onward(NewRows rows, Model model, Split split, Settings settings)
            throws LstmException {
        Series series = rows.joined();
        requireMemory(model.architecture(), List.of(series), settings);
        TrainingSet set = TrainingSet.of(split, model.preparation(), series);
        ModelDraft draft = draft(series, set, model.architecture(), settings);
        return new PreparedTraining(
                List.of(series),
                Panel.of(set),
                draft.with(draft.data().after(rows.seen(model)), Calendar.infer(series, model.calendar())),
                Optional.empty());
    }

    private static ModelDraft draft(Series series, TrainingSet set, Architecture architecture, Settings settings) {
        return ModelDraft.of(
                series,
                series.reading().withStatics(List.of()),
                set,
                BaselineFit.of(series, set, FitExtent.of(settings.combine(), Calendar.infer(series))),
                architecture,
                settings);
    }

    private static void requireMemory(Architecture architecture, List<Series> files, Settings settings)
            throws LstmException {
        long rows = files.stream().mapToLong(Series::rows).sum();
        Recipe recipe = settings.recipe();
        int batch = (int) Math.min(recipe.batch(), rows);
        int slots = recipe.optimizer().slots();
        MemoryCheck.here()
                .require(MemoryEstimate.ofTraining(architecture, settings.lookback(), batch, slots)
                        .times(settings.ensemble()));
    }

    private static Architecture architecture(Settings settings, List<Series> files, StaticFeatures statics) {
        return settings.architecture(files.get(0).columns().size(), statics);
    }

    /** The same as earlier versions began it: all held-out rows choose the epoch and score it. */
    PreparedTraining undivided() {
        return new PreparedTraining(
                files, panel.undivided(files), draft.with(draft.data().withoutUse(), draft.calendar()), earlier);
    }

    /** Whether it is of more than one series. */
    public boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** The series whose held-out rows are scored. */
    public List<Series> scored() {
        return panel.sampled().stream().map(files::get).toList();
    }

    /** The first series. */
    public Series series() {
        return files.get(0);
    }

    /** The first series, made ready. */
    public TrainingSet set() {
        return panel.parts().get(0);
    }

    /** Whether a row that is scored has also chosen the epoch, now or before an update. */
    boolean choseByScoredRows() {
        if (isOfSeveral()) {
            return !panel.isDivided() || earlier.filter(this::scoresRowsOf).isPresent();
        }
        int scoredFrom = set().split().scoredFrom();
        return scoredFrom < series().rows()
                && draft.data().use().stream().allMatch(use -> series().stamps().at(scoredFrom) <= use.chosenTo());
    }

    private boolean scoresRowsOf(DataFingerprint.Use earlier) {
        for (int k = 0; k < files.size(); k++) {
            int scoredFrom = panel.parts().get(k).split().scoredFrom();
            if (scoredFrom < files.get(k).rows() && files.get(k).stamps().at(scoredFrom) <= earlier.chosenTo()) {
                return true;
            }
        }
        return false;
    }

    /** The rows of the only series that are held out. */
    Holdout heldOut() {
        return new Holdout(set(), series(), draft.calendar());
    }
}
