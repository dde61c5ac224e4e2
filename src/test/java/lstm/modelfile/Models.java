package lstm.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;
import lstm.calendar.Step;
import lstm.error.LstmException;
import lstm.file.Sha256;
import lstm.model.Accuracy;
import lstm.model.Autoregression;
import lstm.model.BaseFit;
import lstm.model.BaseMember;
import lstm.model.Calibration;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.DataFingerprint;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.HistoryTail;
import lstm.model.IntermittentDemand;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.PairedTest;
import lstm.model.ResumeState;
import lstm.model.Score;
import lstm.model.Smoothing;
import lstm.model.SmoothingFits;
import lstm.model.Theta;
import lstm.model.TrainedNetwork;
import lstm.model.TrainingHistory;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.Bounds;
import lstm.prepare.ColdStart;
import lstm.prepare.ColumnPreparation;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Scaler;
import lstm.prepare.ScalingMethod;
import lstm.prepare.StaticFeature;
import lstm.prepare.StaticFeatures;
import lstm.prepare.Transform;
import lstm.series.ColumnRoles;
import lstm.series.Missing;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.StampKind;
import lstm.series.StaticColumn;
import lstm.train.Epoch;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Schedule;

/** Small models with values in all their parts that are hard to write or to read. */
public final class Models {
    /** 2020-01-01T00:00. */
    private static final long START = 1_577_836_800L;

    private static final long DAY = 86_400;
    private static final int LOOKBACK = 3;
    private static final List<Epoch> HISTORY = List.of(
            new Epoch(0.1, OptionalDouble.of(1e-5), 0.001),
            new Epoch(0.30000000000000004, OptionalDouble.of(2.0e-3), 5.0e-4));

    private Models() {}

    /** The model of the oldest file. */
    public static Model tiny() {
        return finished(CellKind.LSTM, Optimizer.ADAM);
    }

    public static Model finished(CellKind cell, Optimizer optimizer) {
        return model(
                cell,
                optimizer,
                new TrainingHistory(HISTORY, 1, TrainingHistory.Status.STOPPED_EARLY),
                Optional.empty());
    }

    /** One that stands in batch 3 of epoch 3, of which epoch 1 was the best. */
    public static Model unfinished(CellKind cell, Optimizer optimizer) {
        return model(
                cell,
                optimizer,
                new TrainingHistory(HISTORY, 1, TrainingHistory.Status.UNFINISHED),
                Optional.of(resume(architecture(cell), optimizer, 3, 2 * 4 + 3)));
    }

    /** One that was interrupted in its first epoch. */
    public static Model justBegun(CellKind cell, Optimizer optimizer) {
        return model(
                cell,
                optimizer,
                new TrainingHistory(List.of(), 0, TrainingHistory.Status.UNFINISHED),
                Optional.of(resume(architecture(cell), optimizer, 2, 2)));
    }

    private static ResumeState resume(Architecture architecture, Optimizer optimizer, int batch, long step) {
        int size = architecture.layout().size();
        List<float[]> slots = IntStream.range(0, optimizer.slots())
                .mapToObj(slot -> floats(size, 10 + slot))
                .toList();
        return new ResumeState(batch, step, 1.0 / 3, floats(size, 9), slots);
    }

    private static Architecture architecture(CellKind cell) {
        return new Architecture(cell, 2, 2, 2, 0.2, 1);
    }

    private static Model model(
            CellKind cell, Optimizer optimizer, TrainingHistory training, Optional<ResumeState> resume) {
        ReadOptions reading = new ReadOptions(
                Optional.of("Schluß \"Kurs\"\t\u2028"),
                List.of("Volume"),
                Optional.of("Datum"),
                Optional.of(';'),
                Optional.of("d.M.yyyy"),
                Missing.INTERPOLATE,
                NumberStyle.PLAIN,
                Optional.empty(),
                Optional.empty(),
                ColumnRoles.ONE_TARGET);
        return new Model(
                architecture(cell),
                0.1,
                Recipe.CLASSIC
                        .withOptimizer(optimizer)
                        .withLoss(Loss.Point.HUBER)
                        .withClipNorm(1)
                        .withPatience(10)
                        .withSchedule(Schedule.PLATEAU)
                        .withSeed(Long.MIN_VALUE),
                reading,
                StampKind.DATE,
                new DataFingerprint(120, 108, START, START + 119 * DAY, Sha256.end(Sha256.start())),
                preparation(),
                new Calendar(Step.WEEKDAYS, 1, 0, true),
                context(),
                List.of(baselines()),
                List.of(new TrainedNetwork(
                        training, floats(architecture(cell).layout().size(), 8), resume)),
                training.isFinished() ? List.of(score()) : List.of(),
                training.isFinished() ? Optional.of(calibration()) : Optional.empty(),
                Optional.empty());
    }

    /** One of several series, whose epochs draw some windows and whose network gives residuals. */
    public static Model ofSeveral() {
        Model one = tiny();
        PreparationPlan plan = one.preparation().plan();
        PreparationPlan residual = PreparationPlan.CLASSIC.toBuilder()
                .calendar(plan.calendar())
                .transform(plan.transform())
                .featureTransform(plan.featureTransform())
                .scaling(ScalingMethod.WINDOW)
                .season(plan.season())
                .horizon(plan.horizon())
                .strategy(plan.strategy())
                .bounds(plan.bounds())
                .residual(List.of(3, 1))
                .build();
        List<ColumnPreparation> columns = List.of(
                new ColumnPreparation(Transform.NONE, 5, ScalingMethod.WINDOW, new Scaler(0, 1), new Scaler(0, 1)),
                new ColumnPreparation(Transform.RELATIVE, 5, ScalingMethod.WINDOW, new Scaler(0, 1), new Scaler(0, 1)));
        Recipe recipe = Recipe.CLASSIC
                .withLoss(Loss.Point.MAE)
                .withClipNorm(1)
                .withPatience(10)
                .withSchedule(Schedule.PLATEAU)
                .withSeed(Long.MIN_VALUE)
                .withWindows(640);
        Score score = new Score(score().season(), score().accuracies(), Map.of(), new Score.Over(3, 1, 12, true));
        return new Model(
                one.architecture(),
                one.validation(),
                recipe,
                one.reading(),
                one.stamps(),
                DataFingerprint.of(List.of(one.data(), one.data(), one.data())),
                new Preparation(residual, LOOKBACK, columns, true),
                one.calendar(),
                new HistoryTail(new long[0], new double[2][0]),
                List.of(),
                List.of(new TrainedNetwork(one.training(), one.networks().get(0).weights(), Optional.empty())),
                List.of(score),
                one.calibration(),
                Optional.empty());
    }

    /** One of several series, of each of which a number and two categories are known. */
    public static Model withStatics() {
        Model several = ofSeveral();
        StaticFeatures statics = new StaticFeatures(List.of(
                new StaticFeature.Category(List.of("=B4\u20ac", "a")),
                new StaticFeature.Amount(new Scaler(-1e300, Double.MIN_VALUE)),
                new StaticFeature.Category(List.of())));
        Preparation rows = several.preparation();
        Architecture plain = several.architecture();
        Architecture knowing = new Architecture(
                plain.cell(),
                plain.inputs(),
                plain.units(),
                plain.layers(),
                plain.dropout(),
                plain.outputs(),
                plain.segments(),
                statics.inputs(ColdStart.FALLBACK));
        return new Model(
                knowing,
                several.validation(),
                several.recipe(),
                several.reading()
                        .withStatics(List.of(
                                StaticColumn.named("region").of(StaticColumn.Kind.CATEGORY),
                                StaticColumn.named("price").of(StaticColumn.Kind.NUMBER),
                                StaticColumn.named("unknown").of(StaticColumn.Kind.CATEGORY))),
                several.stamps(),
                several.data(),
                new Preparation(rows.plan(), rows.lookback(), rows.columns(), true, statics),
                several.calendar(),
                several.context(),
                List.of(),
                List.of(new TrainedNetwork(
                        several.training(), floats(knowing.layout().size(), 8), Optional.empty())),
                several.scores(),
                several.calibration(),
                Optional.empty());
    }

    /** One whose forecasts are a combination. */
    public static Model combined() {
        Model one = tiny();
        FittedBaselines plain = baselines();
        SmoothingFits smoothing = new SmoothingFits(
                new Smoothing(Smoothing.Trend.DAMPED, Smoothing.Seasonality.ADDITIVE, 5, 0.5, 0.25, 0.125, 0.75),
                new Theta(1, true, 0.625),
                Optional.of(new IntermittentDemand(0.0625, 1)));
        FittedBaselines fitted = new FittedBaselines(
                plain.season(),
                plain.scale(),
                plain.drift(),
                plain.autoregression(),
                plain.recent(),
                plain.heldOut(),
                Optional.of(smoothing),
                Optional.of(new BaseFit(new SeasonPair(5, 35), Optional.empty())));
        Combination parts = new Combination(
                Combine.ALL,
                List.of(Method.NETWORK, Method.NAIVE, Method.THETA, Method.BASE),
                new double[][][] {{{0.5, 0.375, 0.0625, 0.0625}, {0, 0, 1, 0}}},
                Optional.of(new BaseMember("0123456789abcdef", Optional.empty())));
        return new Model(
                one.architecture(),
                one.validation(),
                one.recipe(),
                one.reading(),
                one.stamps(),
                one.data(),
                one.preparation(),
                one.calendar(),
                one.context(),
                List.of(fitted),
                one.networks(),
                one.scores(),
                one.calibration(),
                Optional.of(parts));
    }

    /** One of three networks in the middle of their training, of which the second has stopped early. */
    public static Model ensemble() {
        Model one = justBegun(CellKind.RNN, Optimizer.SGD);
        int size = one.architecture().layout().size();
        TrainedNetwork second = new TrainedNetwork(
                new TrainingHistory(HISTORY, 2, TrainingHistory.Status.UNFINISHED),
                floats(size, 20),
                Optional.of(resume(one.architecture(), Optimizer.SGD, 0, 8)));
        TrainedNetwork third = new TrainedNetwork(
                one.training(), floats(size, 21), Optional.of(resume(one.architecture(), Optimizer.SGD, 2, 2)));
        return of(one, List.of(one.networks().get(0), second, third));
    }

    /** One of several series, each of which was a target of one file. */
    public static Model ofTargets() throws LstmException {
        Model several = ofSeveral();
        ReadOptions reading = several.reading()
                .withTarget("a")
                .withFeatures(List.of("b", "Volume"))
                .withRoles(new ColumnRoles(2, 0))
                .withEachTarget();
        return new Model(
                several.architecture(),
                several.validation(),
                several.recipe(),
                reading,
                several.stamps(),
                several.data(),
                several.preparation(),
                several.calendar(),
                several.context(),
                several.baselines(),
                several.networks(),
                several.scores(),
                several.calibration(),
                several.combination());
    }

    /** The same with other networks. */
    static Model of(Model one, List<TrainedNetwork> networks) {
        return new Model(
                one.architecture(),
                one.validation(),
                one.recipe(),
                one.reading(),
                one.stamps(),
                one.data(),
                one.preparation(),
                one.calendar(),
                one.context(),
                one.baselines(),
                networks,
                one.scores(),
                one.calibration(),
                one.combination());
    }

    private static Calibration calibration() {
        return new Calibration(new float[][][] {{{-0f, Float.MIN_VALUE, 0.5f}, {Float.MAX_VALUE}}});
    }

    private static Preparation preparation() {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .featureTransform(Transform.RELATIVE)
                .scaling(ScalingMethod.ROBUST)
                .season(5)
                .bounds(new Bounds(OptionalDouble.of(-1e300), OptionalDouble.empty()))
                .build();
        ColumnPreparation target = new ColumnPreparation(
                Transform.NONE, 5, ScalingMethod.ROBUST, new Scaler(-0.0, Double.MIN_VALUE), new Scaler(0, 1));
        ColumnPreparation feature = new ColumnPreparation(
                Transform.RELATIVE, 5, ScalingMethod.ROBUST, new Scaler(-1e300, 1e22), new Scaler(1e-3, 0.25));
        return new Preparation(plan, LOOKBACK, List.of(target, feature));
    }

    private static FittedBaselines baselines() {
        double[] recent = {-1e300, 0.1 + 0.2};
        Autoregression fitted = new Autoregression(-0.0, Double.MIN_VALUE, 1e-7, new double[] {1.0 / 3, -1e12});
        return new FittedBaselines(LOOKBACK + 2, new ErrorScale(0.25, 1e300), -2.0e-3, fitted, recent);
    }

    private static Score score() {
        Accuracy model = new Accuracy(
                12, 0.1, 0.07, OptionalDouble.of(1.25), 1.5, OptionalDouble.of(0.28), OptionalDouble.of(1e-301));
        Accuracy other =
                new Accuracy(12, 0.3, 0.2, OptionalDouble.empty(), 200, OptionalDouble.empty(), OptionalDouble.empty());
        return new Score(
                        LOOKBACK + 2,
                        Map.of(
                                Method.MODEL, model,
                                Method.NAIVE, other,
                                Method.SEASONAL_NAIVE, other,
                                Method.AUTOREGRESSION, model),
                        Optional.of(new PairedTest(-2.5, 0.029999999999999999)))
                .afterChoosing();
    }

    private static HistoryTail context() {
        long[] stamps = {START + 117 * DAY, START + 118 * DAY, START + 119 * DAY};
        double[][] values = {{0.1, 1e-5, 2.0E-3}, {Double.MAX_VALUE, Double.MIN_VALUE, 123456789.123456789}};
        return new HistoryTail(stamps, values);
    }

    /** Floats of all sizes, and among the first ones the odd ones. */
    private static float[] floats(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = (float) random.nextGaussian();
        }
        float[] odd = {-0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MIN_NORMAL};
        System.arraycopy(odd, 0, values, 0, odd.length);
        return values;
    }

    /** A file of this text, which must end with a brace, with the hash that belongs to it. */
    public static byte[] sealed(String document) {
        if (!document.endsWith("}")) {
            throw new IllegalArgumentException("no document: " + document);
        }
        byte[] body = (document.substring(0, document.length() - 1).stripTrailing() + ",\n").getBytes(UTF_8);
        var digest = Sha256.start();
        digest.update(body);
        byte[] last = Envelope.lastLine(Sha256.end(digest));
        byte[] file = Arrays.copyOf(body, body.length + last.length);
        System.arraycopy(last, 0, file, body.length, last.length);
        return file;
    }

    /** A file's text without its hash, to be changed and {@link #sealed} again. */
    public static String document(Model model) {
        String text = new String(ModelFile.bytes(model), UTF_8);
        return text.substring(0, text.lastIndexOf(",\n")) + "}";
    }
}
