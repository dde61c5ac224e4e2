package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.Settings;
import lstm.workflow.ModelUpdate;
import picocli.CommandLine.Option;

/** How a model is trained on. */
public final class UpdateOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs = ModelUpdate.EPOCHS;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Initial learning rate (default: as the model was trained).")
    private Double rate;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without improvement; 0 for never (default: as the model was trained).")
    private Integer patience;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the file's rows to hold out at the end (for several steps at least two horizons, as"
                    + " far as a third of the rows allows): the first half chooses the best epoch, the second"
                    + " compares with the old weights, or all do both where they are few; 0 keeps the new"
                    + " weights without comparing (default: ${DEFAULT-VALUE}).")
    private double validation = Settings.CLASSIC.validation();

    /** Refuses what no model can be trained with. */
    public void check() throws LstmException {
        SettingRange.atLeastOne(Setting.EPOCHS, epochs);
        if (rate != null) {
            SettingRange.positive(Setting.LEARNING_RATE, rate);
        }
        if (patience != null) {
            SettingRange.notNegative(Setting.PATIENCE, patience);
        }
        SettingRange.share(Setting.VALIDATION, validation);
        if (patience != null && patience > 0 && validation == 0) {
            throw LstmException.usage(Setting.PATIENCE, " needs held-out rows to judge by")
                    .remedy("leave out ", Setting.VALIDATION.to(0));
        }
    }

    /** Whether rows are held out. */
    public boolean holdsOut() {
        return validation > 0;
    }

    /** The update with these options. */
    public ModelUpdate applyTo(ModelUpdate update) throws LstmException {
        update.epochs(epochs).validation(validation);
        if (rate != null) {
            update.learningRate(rate);
        }
        if (patience != null) {
            update.patience(patience);
        }
        return update;
    }
}
