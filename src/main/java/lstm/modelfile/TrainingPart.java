package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.model.ResumeState;
import lstm.model.Score;
import lstm.model.TrainedNetwork;
import lstm.model.TrainingHistory;
import lstm.network.Ensemble;
import lstm.train.Epoch;
import lstm.train.Optimizer;

/**
 * The fields {@code training}, {@code optimizer} and {@code scores}, and for several networks {@code ensemble}: how the
 * training of each network went, or how far it is.
 */
record TrainingPart(List<Course> networks, Optimizer optimizer, List<Score> scores) {
    private static final String FIELD = "training";
    private static final String OTHERS = "ensemble";

    /**
     * The training of one network.
     *
     * @param progress within the present epoch; empty if it has ended
     */
    record Course(TrainingHistory training, Optional<Progress> progress) {}

    /** How far an unfinished training is, as in {@link ResumeState}. */
    record Progress(int batch, long step, double lossSum) {}

    static void write(JsonFieldWriter out, Model model) throws IOException {
        List<TrainedNetwork> networks = model.networks();
        write(out.at(FIELD), networks.get(0));
        Optimizer optimizer = model.recipe().optimizer();
        out.at("optimizer").object();
        out.at("name").choice(optimizer);
        out.at("slots").whole(optimizer.slots());
        out.end();
        ScorePart.write(out, model.scores());
        if (networks.size() > 1) {
            out.at(OTHERS).list();
            for (TrainedNetwork network : networks.subList(1, networks.size())) {
                write(out, network);
            }
            out.endList();
        }
    }

    private static void write(JsonFieldWriter out, TrainedNetwork network) throws IOException {
        TrainingHistory training = network.training();
        Optional<ResumeState> resume = network.resume();
        out.object();
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
    }

    /** @param targets that may be scored */
    static TrainingPart read(JsonFieldReader in, int targets) throws IOException, LstmException {
        List<Course> networks = new ArrayList<>();
        in.at(FIELD);
        networks.add(course(in));
        Optimizer optimizer = optimizer(in);
        List<Score> scores = ScorePart.read(in, targets);
        if (in.has(OTHERS)) {
            in.list();
            while (in.more()) {
                if (networks.size() == Ensemble.MOST) {
                    throw in.fault("is one network more than the " + Ensemble.MOST + " there may be");
                }
                networks.add(course(in));
            }
            if (networks.size() == 1) {
                throw in.fault("is no ensemble");
            }
        }
        return new TrainingPart(networks, optimizer, scores);
    }

    private static Course course(JsonFieldReader in) throws IOException, LstmException {
        in.object();
        TrainingHistory.Status status = in.at("status").choice(TrainingHistory.Status.values());
        int epochs = in.at("epoch").whole();
        int best = in.at("best_epoch").whole();
        Optional<Progress> progress =
                status == TrainingHistory.Status.UNFINISHED ? Optional.of(progress(in)) : noProgress(in);
        List<Epoch> history = history(in, epochs);
        in.end();
        return new Course(in.valid(FIELD, () -> new TrainingHistory(history, best, status)), progress);
    }

    /** Whether the trainings go on. */
    boolean isUnfinished() {
        return networks.get(0).progress().isPresent();
    }

    /**
     * The networks with their tensors.
     *
     * @param tensors of each: the weights, and if its training goes on, last weights and slots
     * @throws IllegalArgumentException if they do not agree
     */
    List<TrainedNetwork> networks(List<List<float[]>> tensors) {
        return IntStream.range(0, networks.size())
                .mapToObj(number -> network(networks.get(number), tensors.get(number)))
                .toList();
    }

    private static TrainedNetwork network(Course course, List<float[]> tensors) {
        boolean resumes = course.progress().isPresent();
        if (resumes != tensors.size() > 1) {
            throw new IllegalArgumentException("one network has ended and another has not");
        }
        return new TrainedNetwork(
                course.training(), tensors.get(0), course.progress().map(progress -> resume(progress, tensors)));
    }

    private static ResumeState resume(Progress progress, List<float[]> tensors) {
        return new ResumeState(
                progress.batch(),
                progress.step(),
                progress.lossSum(),
                tensors.get(1),
                tensors.subList(2, tensors.size()));
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
