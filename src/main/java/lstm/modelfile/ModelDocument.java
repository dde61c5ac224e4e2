package lstm.modelfile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Calibration;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.model.TrainedNetwork;
import lstm.network.Architecture;

/** The fields of a model file, in order, from the first to the hash. */
final class ModelDocument {
    private ModelDocument() {}

    /** Writes all but the hash, and leaves the document open for it. */
    static void write(JsonFieldWriter out, Model model) throws IOException {
        out.object();
        out.at(Envelope.FORMAT_FIELD).text(Envelope.FORMAT);
        out.at(Envelope.VERSION_FIELD).whole(Envelope.VERSION);
        ConfigPart.write(out, model);
        ColumnsPart.write(out, model);
        DataPart.write(out, model);
        ContextPart.write(out, model);
        BaselinesPart.write(out, model.baselines());
        TrainingPart.write(out, model);
        CombinationPart.write(out, model.combination());
        CalibrationPart.write(out, model.calibration());
        TensorPart.write(out, model);
    }

    /** Reads a file whose envelope has been checked. */
    static Model read(JsonFieldReader in) throws IOException, LstmException {
        in.open();
        in.at(Envelope.FORMAT_FIELD).text();
        in.at(Envelope.VERSION_FIELD).whole();
        ConfigPart config = ConfigPart.read(in);
        ColumnsPart columns = ColumnsPart.read(in, config.plain().inputs());
        DataPart data = DataPart.read(in, columns, config);
        Architecture network =
                in.valid("config", () -> config.architecture(data.preparation().plan(), columns.statics()));
        HistoryTail context = ContextPart.read(
                in,
                columns.stamps(),
                data.seen().series() > 1 ? 0 : data.preparation().historyRows(),
                data.preparation().columns().size());
        List<FittedBaselines> baselines = BaselinesPart.read(in, data.preparation());
        TrainingPart training = TrainingPart.read(in, data.preparation().plan().targets());
        Optional<Combination> combination =
                CombinationPart.read(in, data.preparation().plan().targets());
        Optional<Calibration> calibration = CalibrationPart.read(
                in, data.preparation().plan().targets() * config.loss().width());
        Optional<Integer> slots =
                training.isUnfinished() ? Optional.of(training.optimizer().slots()) : Optional.empty();
        List<List<float[]>> tensors =
                TensorPart.read(in, network.layout(), training.networks().size(), slots);
        in.at(Envelope.HASH_FIELD).text();
        in.close();
        List<TrainedNetwork> networks = in.valid("training", () -> training.networks(tensors));
        return in.valid(
                "config",
                () -> new Model(
                        network,
                        config.validation(),
                        config.recipe().apply(training.optimizer()),
                        columns.reading(),
                        columns.stamps(),
                        data.seen(),
                        data.preparation(),
                        data.calendar(),
                        context,
                        baselines,
                        networks,
                        training.scores(),
                        calibration,
                        combination));
    }
}
