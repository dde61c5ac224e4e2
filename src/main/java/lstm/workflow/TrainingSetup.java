package lstm.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.cli.option.NetworkOptions;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.BaselineFit;
import lstm.model.FittedBaselines;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Settings;
import lstm.modelfile.ModelFile;
import lstm.network.Architecture;
import lstm.network.MemoryEstimate;
import lstm.prepare.Panel;
import lstm.prepare.Split;
import lstm.prepare.TrainingSet;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.Recipe;
import picocli.CommandLine.Model.CommandSpec;

/** How trainings begin: anew, where one was stopped, where a file asks for it, or from a model on other rows. */
public final class TrainingSetup {
    private TrainingSetup() {}

    /** A new one. */
    public static Training anew(Path target, List<Series> files, Settings settings, ReadOptions reading)
            throws LstmException {
        return prepare(target, files, settings, reading, Optional.empty());
    }

    /** The unfinished one in the model file, on the data it was started with. */
    public static Training resumed(
            Path target, List<Series> files, Settings said, ReadOptions reading, CommandSpec spec)
            throws LstmException {
        Model model = ModelFile.read(target);
        Settings settings = NetworkOptions.resumed(Settings.of(model), said, spec);
        if (files.get(0).columns().size() != model.preparation().columns().size()) {
            throw otherData(target, files);
        }
        Training run = prepare(target, files, settings, reading, Optional.of(model));
        if (!run.draft().data().equals(model.data())
                || !run.draft().preparation().equals(model.preparation())) {
            throw otherData(target, files);
        }
        return run;
    }

    private static LstmException otherData(Path target, List<Series> files) {
        boolean several = files.size() > 1;
        return new LstmException(
                Kind.DATA,
                Training.name(files) + ": " + (several ? "are" : "is") + " not the data that " + target
                        + " is being trained on; give "
                        + (several ? "those files in their order" : "that file")
                        + " and its --target, or start anew with --force");
    }

    /**
     * What the model file needs to be of this series and these settings: nothing if its training is finished, to go on
     * if it is not, or a new training if there is no file or it is of other data or settings.
     */
    public static Training updated(Path target, List<Series> files, Settings settings, ReadOptions reading)
            throws LstmException {
        Training anew = anew(target, files, settings, reading);
        if (!Files.exists(target)) {
            return anew;
        }
        Model model = ModelFile.read(target);
        boolean same = Settings.of(model).equals(settings)
                && model.data().equals(anew.draft().data())
                && model.reading().equals(anew.draft().reading());
        return same ? new Training(target, files, anew.panel(), anew.draft(), Optional.of(model)) : anew;
    }

    private static Training prepare(
            Path target, List<Series> files, Settings settings, ReadOptions reading, Optional<Model> earlier)
            throws LstmException {
        TrainingChecks.check(files, settings);
        int columns = files.get(0).columns().size();
        settings.checkSize(columns);
        Architecture architecture = settings.architecture(columns);
        requireRoom(architecture, settings.lookback(), files, settings.recipe());
        Panel panel = Panel.of(settings.plan(), settings.lookback(), files, settings.validation());
        ModelDraft draft = files.size() == 1
                ? draft(
                        files.get(0),
                        reading,
                        panel.parts().get(0),
                        architecture,
                        settings.validation(),
                        settings.recipe())
                : ModelDraft.of(files, reading, panel, architecture, settings.validation(), settings.recipe());
        return new Training(target, files, panel, draft, earlier);
    }

    /**
     * The training of a model on other rows, which are prepared as those that it was trained on. Where weights come
     * from is not settled with it.
     *
     * @param split which of the rows are held out
     * @param share of the rows held out, to be kept in the model
     */
    static Training onward(
            Path target, Series series, Model model, ReadOptions reading, Split split, double share, Recipe recipe)
            throws LstmException {
        requireRoom(model.architecture(), model.lookback(), List.of(series), recipe);
        TrainingSet set = TrainingSet.of(split, model.preparation(), series);
        ModelDraft draft = draft(series, reading, set, model.architecture(), share, recipe);
        ModelDraft dated = draft.withCalendar(Calendar.infer(series, model.calendar()));
        return new Training(target, List.of(series), Panel.of(set), dated, Optional.empty());
    }

    private static ModelDraft draft(
            Series series,
            ReadOptions reading,
            TrainingSet set,
            Architecture architecture,
            double share,
            Recipe recipe) {
        List<FittedBaselines> baselines = BaselineFit.of(series, set);
        return ModelDraft.of(series, reading, set, baselines, architecture, share, recipe);
    }

    private static void requireRoom(Architecture architecture, int lookback, List<Series> files, Recipe recipe)
            throws LstmException {
        long rows = files.stream().mapToLong(Series::rows).sum();
        int batch = (int) Math.min(recipe.batch(), rows);
        MemoryCheck.here()
                .require(MemoryEstimate.ofTraining(
                        architecture, lookback, batch, recipe.optimizer().slots()));
    }
}
