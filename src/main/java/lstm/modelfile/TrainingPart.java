package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.model.ResumeState;
import lstm.model.Score;
import lstm.model.TrainingHistory;
import lstm.train.Epoch;
import lstm.train.Optimizer;

/**
 * The fields {@code training}, {@code optimizer} and {@code scores}: how the training went, or how far it is.
 *
 * @param progress within the present epoch; empty in a finished model
 */
record TrainingPart(TrainingHistory training, Optional<Progress> progress, Optimizer optimizer, List<Score> scores) {
    /** How far an unfinished training is, as in {@link ResumeState}. */
    record Progress(int batch, long step, double lossSum) {}

    static void write(JsonFieldWriter out, Model model) throws IOException {
        TrainingHistory training = model.training();
        Optional<ResumeState> resume = model.resume();
        out.at("training").object();
        out.at("status").choice(training.status());
        out.at("epoch").whole(training.history().size());
        out.at("best_epoch").whole(training.bestEpoch());
        if (resume.isPresent()) {
            out.at("batch").whole(resume.get().batch());
            out.at("step").whole(resume.get().step());
            out.at("loss_sum").number(resume.get().lossSum());
        } else {
            out.at("batch").none().at("step").none().at("loss_sum").none();
        }
        out.at("history").list();
        for (Epoch epoch : training.history()) {
            out.object();
            out.at("loss").number(epoch.loss());
            out.at("validation").number(epoch.validation());
            out.at("rate").number(epoch.rate());
            out.end();
        }
        out.endList().end();
        Optimizer optimizer = model.recipe().optimizer();
        out.at("optimizer").object();
        out.at("name").choice(optimizer);
        out.at("slots").whole(optimizer.slots());
        out.end();
        ScorePart.write(out, model.scores());
    }

    /** @param targets that may be scored */
    static TrainingPart read(JsonFieldReader in, int targets) throws IOException, LstmException {
        in.at("training").object();
        TrainingHistory.Status status = in.at("status").choice(TrainingHistory.Status.values());
        int epochs = in.at("epoch").whole();
        int best = in.at("best_epoch").whole();
        Optional<Progress> progress =
                status == TrainingHistory.Status.UNFINISHED ? Optional.of(progress(in)) : noProgress(in);
        List<Epoch> history = history(in, epochs);
        in.end();
        TrainingHistory training = in.valid("training", () -> new TrainingHistory(history, best, status));
        return new TrainingPart(training, progress, optimizer(in), ScorePart.read(in, targets));
    }

    private static Progress progress(JsonFieldReader in) throws IOException, LstmException {
        int batch = in.at("batch").whole();
        long step = in.at("step").large();
        return new Progress(batch, step, in.at("loss_sum").number());
    }

    private static Optional<Progress> noProgress(JsonFieldReader in) throws IOException, LstmException {
        for (String field : List.of("batch", "step", "loss_sum")) {
            if (!in.at(field).isNone()) {
                throw in.fault("is not null, though the training has ended");
            }
        }
        return Optional.empty();
    }

    private static List<Epoch> history(JsonFieldReader in, int epochs) throws IOException, LstmException {
        in.at("history").list();
        List<Epoch> history = new ArrayList<>();
        while (in.more()) {
            in.object();
            double loss = in.at("loss").number();
            OptionalDouble validation = in.at("validation").numberOrNone();
            history.add(new Epoch(loss, validation, in.at("rate").number()));
            in.end();
        }
        if (history.size() != epochs) {
            throw in.fault("has " + history.size() + " epochs, but \"epoch\" is " + epochs);
        }
        return history;
    }

    private static Optimizer optimizer(JsonFieldReader in) throws IOException, LstmException {
        in.at("optimizer").object();
        Optimizer optimizer = in.at("name").choice(Optimizer.values());
        if (in.at("slots").whole() != optimizer.slots()) {
            throw in.fault("is not " + optimizer.slots() + ", what " + optimizer + " keeps");
        }
        in.end();
        return optimizer;
    }
}
