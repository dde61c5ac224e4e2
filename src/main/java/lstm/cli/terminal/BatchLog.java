package lstm.cli.terminal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.file.AppendedFile;
import lstm.file.Disk;
import lstm.report.BatchLogLines;
import lstm.report.BatchOutcome;

/**
 * The log of a batch, to which every run adds; none if there is no file for it.
 *
 * @param run the name of the run
 */
public record BatchLog(Optional<Path> file, Disk disk, String run, InstantSource time) {
    void begin(int files) throws LstmException {
        add(BatchLogLines.begin(time.instant(), run, files));
    }

    void add(BatchOutcome outcome) throws LstmException {
        add(BatchLogLines.of(time.instant(), run, outcome));
    }

    void end(Map<String, Object> values) throws LstmException {
        add(BatchLogLines.end(time.instant(), run, values));
    }

    private void add(String line) throws LstmException {
        if (file.isPresent()) {
            AppendedFile.append(disk, file.get(), line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
