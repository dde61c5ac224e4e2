package lstm.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.calendar.Calendar;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.file.Sha256;
import lstm.model.Accuracy;
import lstm.model.Autoregression;
import lstm.model.DataFingerprint;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.model.HistoryTail;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.PairedTest;
import lstm.model.ResumeState;
import lstm.model.Score;
import lstm.model.TrainedNetwork;
import lstm.network.CellKind;
import lstm.network.ParameterLayout;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import lstm.train.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/models/v1-lstm-tiny.model.json");

    @TempDir
    Path directory;

    private static List<Model> allKinds() {
        List<Model> models = new ArrayList<>();
        for (CellKind cell : CellKind.values()) {
            for (Optimizer optimizer : Optimizer.values()) {
                models.add(Models.finished(cell, optimizer));
                models.add(Models.unfinished(cell, optimizer));
                models.add(Models.justBegun(cell, optimizer));
            }
        }
        return models;
    }

    @Test
    void everyKindOfModelComesBackAsItWas() throws Exception {
        for (Model model : allKinds()) {
            Path file = directory.resolve("m.model.json");
            ModelFile.write(Disk.LOCAL, file, model, Existing.REPLACE);
            byte[] bytes = Files.readAllBytes(file);
            assertArrayEquals(ModelFile.bytes(model), bytes);
            Model read = ModelFile.read(file);
            assertArrayEquals(bytes, ModelFile.bytes(read));
            assertSame(model, read);
        }
    }

    private static void assertSame(Model model, Model read) {
        assertEquals(model.architecture(), read.architecture());
        assertEquals(model.lookback(), read.lookback());
        assertEquals(model.validation(), read.validation());
        assertEquals(model.recipe(), read.recipe());
        assertEquals(model.reading(), read.reading());
        assertEquals(model.stamps(), read.stamps());
        assertEquals(model.data(), read.data());
        assertEquals(model.preparation(), read.preparation());
        assertEquals(model.calendar(), read.calendar());
        assertEquals(model.scores(), read.scores());
        assertEquals(model.calibration().isPresent(), read.calibration().isPresent());
        model.calibration()
                .ifPresent(kept -> assertTrue(Arrays.deepEquals(
                        kept.residuals(), read.calibration().get().residuals())));
        assertEquals(model.baselines().size(), read.baselines().size());
        for (int target = 0; target < model.baselines().size(); target++) {
            assertSame(model.baselines().get(target), read.baselines().get(target));
        }
        assertArrayEquals(model.context().stamps(), read.context().stamps());
        assertArrayEquals(model.context().values(), read.context().values());
        assertEquals(model.networks().size(), read.networks().size());
        for (int k = 0; k < model.networks().size(); k++) {
            assertSame(model.networks().get(k), read.networks().get(k));
        }
    }

    private static void assertSame(TrainedNetwork network, TrainedNetwork read) {
        assertEquals(network.training(), read.training());
        assertBits(network.weights(), read.weights());
        assertEquals(network.resume().isPresent(), read.resume().isPresent());
        if (network.resume().isPresent()) {
            ResumeState last = network.resume().get();
            ResumeState readLast = read.resume().get();
            assertEquals(last.batch(), readLast.batch());
            assertEquals(last.step(), readLast.step());
            assertEquals(last.lossSum(), readLast.lossSum());
            assertBits(last.weights(), readLast.weights());
            assertEquals(last.slots().size(), readLast.slots().size());
            for (int slot = 0; slot < last.slots().size(); slot++) {
                assertBits(last.slots().get(slot), readLast.slots().get(slot));
            }
        }
    }

    private static void assertSame(FittedBaselines fitted, FittedBaselines read) {
        assertEquals(fitted.season(), read.season());
        assertEquals(fitted.scale(), read.scale());
        assertEquals(fitted.drift(), read.drift());
        assertEquals(fitted.autoregression().mean(), read.autoregression().mean());
        assertEquals(fitted.autoregression().deviation(), read.autoregression().deviation());
        assertEquals(fitted.autoregression().intercept(), read.autoregression().intercept());
        assertArrayEquals(
                fitted.autoregression().coefficients(), read.autoregression().coefficients());
        assertArrayEquals(fitted.recent(), read.recent());
        assertEquals(fitted.heldOut().isPresent(), read.heldOut().isPresent());
        if (fitted.heldOut().isPresent()) {
            assertArrayEquals(
                    fitted.heldOut().get().values(), read.heldOut().get().values());
            assertEquals(fitted.heldOut().get().count(), read.heldOut().get().count());
            assertEquals(fitted.heldOut().get().masked(), read.heldOut().get().masked());
        }
    }

    /** Those of a column that never changes, of which no row is before the context. */
    private static FittedBaselines plain() {
        Autoregression constant = new Autoregression(7, 1, 0, new double[0]);
        BitSet masked = new BitSet();
        masked.set(1);
        masked.set(3);
        HeldOutValues held = new HeldOutValues(new double[] {7, 7.5, -1e300, Double.MIN_VALUE, 0.1 + 0.2}, 2, masked);
        return new FittedBaselines(
                5,
                new ErrorScale(0, 0),
                0,
                constant,
                new double[0],
                Optional.of(held),
                Optional.empty(),
                Optional.empty());
    }

    private static void assertBits(float[] values, float[] read) {
        assertEquals(values.length, read.length);
        for (int k = 0; k < values.length; k++) {
            assertEquals(Float.floatToRawIntBits(values[k]), Float.floatToRawIntBits(read[k]), "value " + k);
        }
    }

    @Test
    void rowNumbersAndAbsentOptionsComeBackToo() throws Exception {
        Model tiny = Models.tiny();
        Model plain = new Model(
                tiny.architecture(),
                0,
                tiny.recipe(),
                lstm.series.ReadOptions.DEFAULT
                        .withTarget("y")
                        .withFeatures(List.of("x"))
                        .withNumbers(lstm.series.NumberStyle.PLAIN),
                StampKind.NONE,
                new DataFingerprint(120, 120, 1, 130, tiny.data().sha256()),
                tiny.preparation(),
                Calendar.ROWS,
                new HistoryTail(new long[] {127, 128, 130}, tiny.context().values()),
                List.of(plain()),
                List.of(new TrainedNetwork(
                        tiny.training(), tiny.networks().get(0).weights(), Optional.empty())),
                List.of(),
                Optional.empty(),
                Optional.empty());
        byte[] bytes = ModelFile.bytes(plain);
        Model read = ModelFile.parse(bytes, "m");
        assertSame(plain, read);
        assertArrayEquals(bytes, ModelFile.bytes(read));
        assertTrue(new String(bytes, UTF_8).contains("\"stamps\": [127, 128, 130]"));
    }

    @Test
    void severalNetworksComeBackToo() throws Exception {
        Model ensemble = Models.ensemble();
        byte[] bytes = ModelFile.bytes(ensemble);
        Model read = ModelFile.parse(bytes, "m");
        assertSame(ensemble, read);
        assertArrayEquals(bytes, ModelFile.bytes(read));
        assertFalse(Models.document(Models.tiny()).contains("ensemble"), "one network has no such field");
    }

    @Test
    void aModelOfSeveralSeriesComesBackToo() throws Exception {
        Model several = Models.ofSeveral();
        byte[] bytes = ModelFile.bytes(several);
        Model read = ModelFile.parse(bytes, "m");
        assertEquals(several.data(), read.data());
        assertEquals(3, read.data().series());
        assertEquals(360, read.data().rows());
        assertEquals(several.preparation(), read.preparation());
        assertEquals(several.recipe(), read.recipe());
        assertEquals(several.scores(), read.scores());
        assertEquals(0, read.context().rows());
        assertArrayEquals(bytes, ModelFile.bytes(read));
    }

    @Test
    void whatIsKnownOfEachSeriesComesBackToo() throws Exception {
        Model known = Models.withStatics();
        byte[] bytes = ModelFile.bytes(known);
        Model read = ModelFile.parse(bytes, "m");
        assertEquals(known.preparation(), read.preparation());
        assertEquals(known.reading().statics(), read.reading().statics());
        assertEquals(known.architecture(), read.architecture());
        assertArrayEquals(bytes, ModelFile.bytes(read));
        assertFalse(new String(ModelFile.bytes(Models.ofSeveral()), UTF_8).contains("statics"));
    }

    @Test
    void aModelOfOneSeriesHasNoFieldsOfSeveral() {
        String text = new String(ModelFile.bytes(Models.tiny()), UTF_8);
        for (String field : List.of("series", "steps", "residual", "epoch_windows", "sampling", "cold")) {
            assertFalse(text.contains("\"" + field + "\""), field);
        }
    }

    @Test
    void theIdentityOfSeveralSeriesIsThatOfTheirOrder() {
        DataFingerprint one = seen(new long[] {1, 2}, 3, 4);
        DataFingerprint other = seen(new long[] {1, 2}, 3, 5);
        assertEquals(DataFingerprint.of(List.of(one, other)), DataFingerprint.of(List.of(one, other)));
        assertNotEquals(DataFingerprint.of(List.of(one, other)), DataFingerprint.of(List.of(other, one)));
    }

    @Test
    void whatAScoreCoversComesBackAsItWas() throws Exception {
        Score one = Models.tiny().scores().get(0);
        Score several = new Score(
                one.season(),
                one.accuracies(),
                Map.of(Method.NAIVE, new PairedTest(-1, 0.5), Method.AUTOREGRESSION, new PairedTest(2, 0.25)),
                new Score.Over(1, 4, 5, false));
        Model model = scored(several);
        assertEquals(
                List.of(several), ModelFile.parse(ModelFile.bytes(model), "m").scores());
    }

    @Test
    void scoresOfFilesWithoutAWordAboutItAreOfRowsThatChoseTheEpoch() throws Exception {
        Score.Over over = ModelFile.read(GOLDEN).scores().get(0).over();
        assertEquals(new Score.Over(1, 1, 12, true), over);
    }

    @Test
    void theOldestFileIsReadAndWrittenToTheByte() throws Exception {
        byte[] golden = Files.readAllBytes(GOLDEN);
        assertArrayEquals(golden, ModelFile.bytes(ModelFile.read(GOLDEN)));
        assertSame(Models.tiny(), ModelFile.read(GOLDEN));
        assertEquals(new String(golden, UTF_8), new String(ModelFile.bytes(Models.tiny()), UTF_8));
    }

    @Test
    void theLastLineHasTheHashOfAllLinesBeforeIt() throws Exception {
        String text = Files.readString(GOLDEN);
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        var digest = Sha256.start();
        digest.update(text.substring(0, last).getBytes(UTF_8));
        assertEquals("  \"sha256\": \"" + Sha256.end(digest) + "\"}\n", text.substring(last));
    }

    @Test
    void eachTensorIsALineOfItsOwn() throws Exception {
        List<String> lines = Files.readAllLines(GOLDEN);
        for (ParameterLayout.Tensor tensor :
                Models.tiny().architecture().layout().tensors()) {
            String start = "    {\"name\": \"" + tensor.name() + "\", \"shape\": [" + tensor.rows() + ", "
                    + tensor.columns() + "], \"data\": \"";
            assertEquals(
                    1, lines.stream().filter(line -> line.startsWith(start)).count(), start);
        }
        assertEquals(List.of("{", "  \"format\": \"lstm-model\",", "  \"version\": 1,"), lines.subList(0, 3));
    }

    @Test
    void aTensorCanBeReadByTheRuleOfTheDocumentation() throws Exception {
        Model model = Models.unfinished(CellKind.GRU, Optimizer.ADAM);
        JsonNode tensors = new ObjectMapper().readTree(ModelFile.bytes(model)).get("tensors");
        List<ParameterLayout.Tensor> layout = model.architecture().layout().tensors();
        assertEquals(4 * layout.size(), tensors.size());
        ResumeState resume = model.networks().get(0).resume().orElseThrow();
        List<String> prefixes = List.of("", "resume.", "optimizer.1.", "optimizer.2.");
        List<float[]> sets = List.of(
                model.networks().get(0).weights(),
                resume.weights(),
                resume.slots().get(0),
                resume.slots().get(1));
        for (int k = 0; k < tensors.size(); k++) {
            ParameterLayout.Tensor tensor = layout.get(k % layout.size());
            assertEquals(
                    prefixes.get(k / layout.size()) + tensor.name(),
                    tensors.get(k).get("name").textValue());
            ByteBuffer data = ByteBuffer.wrap(Base64.getDecoder()
                            .decode(tensors.get(k).get("data").textValue()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            float[] set = sets.get(k / layout.size());
            for (int n = 0; n < tensor.size(); n++) {
                assertEquals(set[tensor.offset() + n], data.getFloat());
            }
            assertEquals(0, data.remaining());
        }
    }

    @Test
    void nothingThatIsNotFiniteIsWritten() {
        Model model = Models.unfinished(CellKind.RNN, Optimizer.ADAM);
        List<float[]> sets =
                new ArrayList<>(model.networks().get(0).resume().orElseThrow().slots());
        sets.add(model.networks().get(0).resume().orElseThrow().weights());
        sets.add(model.networks().get(0).weights());
        for (float[] set : sets) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                float good = set[5];
                set[5] = bad;
                Path file = directory.resolve("m");
                assertThrows(IllegalStateException.class, () -> ModelFile.bytes(model));
                assertThrows(
                        IllegalStateException.class, () -> ModelFile.write(Disk.LOCAL, file, model, Existing.REPLACE));
                assertEquals(0, directory.toFile().list().length);
                set[5] = good;
            }
        }
        ModelFile.bytes(model);
    }

    @Test
    void anUnfinishedModelGivesBackTheStateOfItsTraining() {
        Model model = Models.unfinished(CellKind.LSTM, Optimizer.ADAM);
        var state = model.states().get(0);
        ResumeState last = ResumeState.of(state);
        ResumeState kept = model.networks().get(0).resume().orElseThrow();
        assertBits(kept.weights(), last.weights());
        assertBits(kept.slots().get(1), last.slots().get(1));
        assertEquals(kept.batch(), last.batch());
        assertEquals(kept.step(), last.step());
        assertEquals(kept.lossSum(), last.lossSum());
        assertEquals(model.training().history(), state.history());
        assertEquals(1, state.bestEpoch());
        assertBits(model.networks().get(0).weights(), state.best());
    }

    @Test
    void aFinishedModelHasNoStateToGoOnFrom() {
        assertThrows(IllegalStateException.class, () -> Models.tiny().states());
    }

    @Test
    void theHashOfTheDataFollowsStampsAndValues() {
        String hash = seen(new long[] {1, 2}, 3, 4).sha256();
        assertEquals(hash, seen(new long[] {1, 2}, 3, 4).sha256());
        assertTrue(!hash.equals(seen(new long[] {1, 3}, 3, 4).sha256()));
        assertTrue(!hash.equals(seen(new long[] {1, 2}, 3, Math.nextUp(4.0)).sha256()));
        assertEquals(
                new DataFingerprint(2, 1, 1, 2, hash),
                seen(new long[] {1, 2}, 3, 4).withoutUse());
        assertEquals(
                Optional.of(new DataFingerprint.Use(1, 2)),
                seen(new long[] {1, 2}, 3, 4).use());
        var digest = Sha256.start();
        digest.update(ByteBuffer.allocate(32)
                .putLong(1)
                .putLong(2)
                .putDouble(3)
                .putDouble(4)
                .array());
        assertEquals(Sha256.end(digest), hash);
    }

    private static DataFingerprint seen(long[] stamps, double... values) {
        return DataFingerprint.of(
                new Series(
                        "s.csv",
                        List.of("y"),
                        new double[][] {values},
                        StampColumn.of(stamps),
                        StampKind.NONE,
                        Optional.empty(),
                        TargetReason.values()[0],
                        List.of()),
                new Split(2, 1));
    }

    private static Model scored(Score score) {
        Model model = Models.tiny();
        return new Model(
                model.architecture(),
                model.validation(),
                model.recipe(),
                model.reading(),
                model.stamps(),
                model.data(),
                model.preparation(),
                model.calendar(),
                model.context(),
                model.baselines(),
                List.of(new TrainedNetwork(
                        model.training(), model.networks().get(0).weights(), Optional.empty())),
                List.of(score),
                model.calibration(),
                Optional.empty());
    }

    @Test
    void aSkillThatOverflowsIsLeftOut() throws Exception {
        OptionalDouble none = OptionalDouble.empty();
        Accuracy far = new Accuracy(1, 1e300, 1, none, 200, none, none);
        Accuracy near = new Accuracy(1, 1e-300, 1, none, 200, none, none);
        Model scored = scored(new Score(1, Map.of(Method.MODEL, far, Method.NAIVE, near), Optional.empty()));
        assertEquals(
                scored.score(), ModelFile.parse(ModelFile.bytes(scored), "m").score());
    }
}
