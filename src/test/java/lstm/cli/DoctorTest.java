package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lstm.tensor.BackendInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path directory;

    private static List<String> facts(Map<String, String> environment) {
        return Diagnosis.of("lstm 0", environment).text().lines().toList();
    }

    @Test
    void itShowsWhatTheProgramRunsOn() {
        Cli run = Cli.run("doctor").succeeds();
        List<String> about = run.lines().stream()
                .map(line -> line.split(" ")[0])
                .filter(word -> !word.equals("wrong"))
                .toList();
        assertEquals(List.of("version", "java", "heap", "system", "features", "backend", "natives", "limits"), about);
        BackendInfo info = BackendInfo.current();
        assertTrue(run.lines().contains("backend  " + info.kind() + ": " + info.library()), run.out());
        assertTrue(run.out().contains("java     " + Runtime.version()), run.out());
    }

    @Test
    void aKernelThatWasForcedIsWrong() {
        assertTrue(facts(Map.of("OPENBLAS_CORETYPE", "Prescott")).stream()
                .anyMatch(line -> line.startsWith("wrong    OPENBLAS_CORETYPE is Prescott: ")));
        assertFalse(facts(Map.of()).toString().contains("OPENBLAS_CORETYPE"));
    }

    @Test
    void theBackendIsToldToThoseWhoDebug() {
        Path csv = SeriesFile.weekdays(directory.resolve("y.csv"), 60);
        Path model = directory.resolve("m.json");
        String said = "lstm: backend " + BackendInfo.current().kind() + ": ";
        assertFalse(
                Cli.run("train", csv, "-o", model, Cli.TINY).succeeds().err().contains(said));
        Cli debugged = Cli.run("predict", model, csv, "--horizon", 1, "--debug").succeeds();
        assertTrue(debugged.err().contains(said), debugged.err());
    }
}
