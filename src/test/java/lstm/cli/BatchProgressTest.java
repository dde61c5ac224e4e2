package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.cli.terminal.BatchLog;
import lstm.cli.terminal.BatchProgress;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.cli.terminal.Terminal;
import lstm.file.Disk;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
    @Test
    void theSummaryIsMadeUnderTheLockThatResultsAreAddedUnder() throws Exception {
        List<Object> lock = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void print(Object text) {
                held.add(Thread.holdsLock(lock.get(0)));
                super.print(text);
            }
        };
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                false,
                false,
                true,
                new SignalHandler(),
                Map.of(),
                Disk.LOCAL,
                () -> 0);
        BatchLog log = new BatchLog(Optional.empty(), Disk.LOCAL, "run", InstantSource.system());
        BatchProgress progress = new BatchProgress(console, Terminal.of(console, true), log, List.of(), false);
        lock.add(progress);
        progress.end(Optional.empty());
        assertEquals(List.of(true), held);
        assertTrue(bytes.toString(StandardCharsets.UTF_8).startsWith("batch    0 files in "));
    }
}
