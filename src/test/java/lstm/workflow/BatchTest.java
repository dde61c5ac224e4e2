package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lstm.cli.SeriesFile;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.SkillGate;
import lstm.forecast.IntervalRequest;
import lstm.model.Settings;
import lstm.modelfile.ModelFile;
import lstm.prepare.Transform;
import lstm.report.ForecastReport;
import lstm.series.ReadOptions;
import lstm.train.Schedule;
import lstm.workflow.BatchResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    @TempDir
    private Path folder;

    private boolean advised;

    private BatchJob job(int number, SkillGate gate) throws LstmException {
        String file = folder.resolve(number + ".csv").toString();
        return new BatchJob(
                number,
                file,
                Optional.empty(),
                folder.resolve(number + ".forecast.csv"),
                new BatchJob.OwnModel(
                        model(number),
                        new BatchJob.Train(ReadOptions.DEFAULT, Tiny.settings(), advised, gate),
                        new BatchJob.Predict(
                                OptionalInt.of(2),
                                IntervalRequest.DEFAULT,
                                Optional.empty(),
                                Optional.empty(),
                                UnaryOperator.identity())));
    }

    private Path model(int number) {
        return folder.resolve(number + ".json");
    }

    private List<BatchJob> jobs(int files) throws LstmException {
        List<BatchJob> jobs = new ArrayList<>();
        for (int number = 0; number < files; number++) {
            SeriesFile.numbers(folder.resolve(number + ".csv"), 60 + number);
            jobs.add(job(number, SkillGate.NONE));
        }
        return jobs;
    }

    private static List<State> states(List<BatchResult> results) {
        return results.stream().map(BatchResult::state).toList();
    }

    @Test
    void eachFileGetsAModelAndAForecastAndASecondRunChangesNothing() throws Exception {
        List<BatchJob> jobs = jobs(3);
        Batch batch = Batch.of(jobs, ForecastReport::csv).jobs(2);
        assertEquals(List.of(State.DONE, State.DONE, State.DONE), states(batch.run()));
        for (BatchJob job : jobs) {
            assertTrue(Files.exists(model(job.number())));
            assertEquals(3, Files.readAllLines(job.forecast()).size());
        }
        assertEquals(List.of(State.UNCHANGED, State.UNCHANGED, State.UNCHANGED), states(batch.run()));
    }

    @Test
    void aFileThatFailsLeavesTheOthersAlone() throws Exception {
        List<BatchJob> jobs = jobs(3);
        Files.delete(folder.resolve("1.csv"));
        List<BatchResult> results = Batch.of(jobs, ForecastReport::csv).jobs(1).run();
        assertEquals(List.of(State.DONE, State.FAILED, State.DONE), states(results));
        LstmException e =
                assertInstanceOf(LstmException.class, results.get(1).failure().orElseThrow());
        assertEquals(Kind.DATA, e.kind());
        assertEquals(jobs.get(1).file(), e.place().orElseThrow().source());
    }

    @Test
    void aModelThatMissesItsGateIsNotForecastWith() throws Exception {
        jobs(1);
        BatchJob gated = job(0, new SkillGate(OptionalDouble.of(1)));
        BatchResult result = Batch.of(List.of(gated), ForecastReport::csv).run().get(0);
        LstmException e = assertInstanceOf(LstmException.class, result.failure().orElseThrow());
        assertEquals(Kind.GATE, e.kind());
        assertTrue(Files.exists(gated.model().orElseThrow()));
        assertFalse(Files.exists(gated.forecast()));
    }

    @Test
    void aBatchThatIsStoppedIsResumedByTheNext() throws Exception {
        List<BatchJob> jobs = jobs(2);
        List<BatchResult> stopped = Batch.of(jobs, ForecastReport::csv)
                .jobs(1)
                .listener(new BatchListener() {
                    @Override
                    public boolean stopsTrainings() {
                        return true;
                    }

                    @Override
                    public void done(BatchResult result) {
                        assertEquals(State.STOPPED, result.state());
                    }
                })
                .run();
        assertEquals(List.of(State.STOPPED, State.STOPPED), states(stopped));
        assertEquals(
                List.of(State.DONE, State.DONE),
                states(Batch.of(jobs, ForecastReport::csv).run()));
    }

    private Settings trained(BatchJob job) throws LstmException {
        return Settings.of(ModelFile.read(job.model().orElseThrow()));
    }

    @Test
    void withoutAPresetFilesAreTrainedAsAdvisedButAnEarlierClassicModelGoesOn() throws Exception {
        BatchJob classic = jobs(1).get(0);
        assertEquals(
                List.of(State.DONE),
                states(Batch.of(List.of(classic), ForecastReport::csv).run()));
        advised = true;
        BatchJob same = job(0, SkillGate.NONE);
        assertEquals(
                List.of(State.UNCHANGED),
                states(Batch.of(List.of(same), ForecastReport::csv).run()));
        SeriesFile.numbers(folder.resolve("0.csv"), 70);
        assertEquals(
                List.of(State.DONE),
                states(Batch.of(List.of(same), ForecastReport::csv).run()));
        assertEquals(Transform.NONE, trained(same).plan().transform());
        Batch.of(List.of(same), ForecastReport::csv).anew().run();
        Settings settings = trained(same);
        assertNotEquals(Transform.NONE, settings.plan().transform());
        assertEquals(Schedule.COSINE, settings.recipe().schedule());
        assertEquals(4, settings.units());
        assertEquals(
                List.of(State.UNCHANGED),
                states(Batch.of(List.of(same), ForecastReport::csv).run()));
    }
}
