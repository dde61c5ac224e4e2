package lstm.cli.terminal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.error.LstmException;
import lstm.report.BatchJson;
import lstm.report.BatchOutcome;
import lstm.report.BatchTable;
import lstm.report.Json;
import lstm.text.LabelledLines;
import lstm.workflow.BatchJob;
import lstm.workflow.BatchListener;
import lstm.workflow.BatchResult;
import lstm.workflow.BatchResult.State;

/**
 * Reports the progress of a batch: for each file a line of JSON on standard output, or of a table if that is a
 * terminal; progress and a summary for people on standard error. Safe for use by several threads.
 */
public final class BatchProgress implements BatchListener {
    private static final int BAR = 24;
    private static final int SIGPIPE = 13;

    private final Console console;
    private final ProgressStyle style;
    private final ProgressBar bar;
    private final BatchLog log;
    private final BatchTable table;
    private final int files;
    private final RemainingTime pace;
    private final StatusLine line;
    private final BatchSummary summary;
    private final boolean failFast;
    private boolean fatal;
    private LstmException unwritten;
    private BrokenPipeException gone;

    /**
     * Progress of a batch that begins now.
     *
     * @param failFast whether no further file is started once one has failed
     */
    public BatchProgress(Console console, Terminal screen, BatchLog log, List<BatchJob> jobs, boolean failFast) {
        this.console = console;
        this.style = screen.progress();
        this.bar = new ProgressBar(screen.characters());
        this.log = log;
        this.table = new BatchTable(jobs, screen.width());
        this.files = jobs.size();
        this.pace = new RemainingTime(console.clock(), 0);
        this.line = new StatusLine(console.err(), screen);
        this.summary = new BatchSummary(files);
        this.failFast = failFast;
    }

    /** The batch begins. */
    public void begin() throws LstmException {
        log.begin(files);
    }

    @Override
    public synchronized void done(BatchResult result) {
        BatchOutcome outcome = new BatchOutcome(result, code(result), error(result));
        fatal |= isOfDisk(outcome);
        if (unwritten == null && gone == null) {
            write(outcome);
        }
        summary.add(outcome);
        progress();
    }

    /** Another file may need less memory, but not a disk that works. */
    private static boolean isOfDisk(BatchOutcome outcome) {
        BatchResult result = outcome.result();
        boolean memory = result.failure()
                .filter(failure -> failure.getCause() instanceof OutOfMemoryError)
                .isPresent();
        return result.state() == State.FAILED && outcome.code() == ExitCode.IO.code() && !memory;
    }

    private void write(BatchOutcome outcome) {
        try {
            byte[] text = text(outcome).getBytes(StandardCharsets.UTF_8);
            if (console.outIsTerminal()) {
                // Both may go to the same terminal.
                line.clear();
            }
            OutputOptions.toStdout(console, to -> to.write(text));
            log.add(outcome);
        } catch (LstmException e) {
            unwritten = e;
        } catch (BrokenPipeException e) {
            gone = e;
            console.signal().request(SIGPIPE);
        }
    }

    private String text(BatchOutcome outcome) {
        if (console.outIsTerminal()) {
            return (summary.done() == 0 ? table.header() : "") + table.line(outcome.result());
        }
        return Json.text(BatchJson.values(outcome, log.run())) + "\n";
    }

    private void progress() {
        int done = summary.done();
        pace.mark(done);
        if (style == ProgressStyle.LIVE) {
            line.show(bar.of((double) done / files, BAR) + " " + done + "/" + files + " files" + others() + left(done));
        } else if (style == ProgressStyle.LINES && done < files && 10L * done / files > 10L * (done - 1) / files) {
            console.err().println("batch " + done + "/" + files + " files" + others() + left(done));
        }
    }

    private String others() {
        int failed = summary.failed().size();
        return failed == 0 ? "" : ", " + failed + " failed";
    }

    private String left(int done) {
        OptionalDouble each = pace.perPiece(done);
        return each.isEmpty() || done == files
                ? ""
                : ", " + ProgressLine.clock(each.getAsDouble() * (files - done)) + " left";
    }

    /**
     * Whether no more files should be started: a signal came, the status cannot be written, the disk fails, or a file
     * has failed and {@code failFast} is set.
     */
    @Override
    public synchronized boolean isOver() {
        return console.signal().isRaised()
                || unwritten != null
                || gone != null
                || fatal
                || failFast && !summary.failed().isEmpty();
    }

    @Override
    public boolean stopsTrainings() {
        return console.signal().isRaised();
    }

    /** The exit code of a file. */
    private int code(BatchResult result) {
        if (result.state() == State.STOPPED) {
            return console.signal().exitCode();
        }
        return result.failure()
                .map(failure -> failure instanceof LstmException user ? ExitCode.of(user.kind()) : ExitCode.BUG)
                .orElse(ExitCode.OK)
                .code();
    }

    private static Optional<String> error(BatchResult result) {
        if (result.state() == State.STOPPED) {
            return Optional.of("stopped; the same command resumes it");
        }
        return result.failure()
                .map(failure -> failure instanceof LstmException user
                        ? user.message(OptionValue::text)
                        : "a bug in lstm: " + failure)
                .map(text -> text.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Throws the failure that prevented a result from being written, if any. */
    public synchronized void rethrow() throws LstmException, BrokenPipeException {
        if (unwritten != null || gone != null) {
            line.end();
        }
        if (unwritten != null) {
            throw unwritten;
        }
        if (gone != null) {
            throw gone;
        }
    }

    /** The exit code of a signal, or else of the first file that failed, in the order given. */
    public synchronized int code() {
        if (console.signal().isRaised()) {
            return console.signal().exitCode();
        }
        return summary.failed().isEmpty()
                ? ExitCode.OK.code()
                : summary.failed().get(summary.failed().firstKey()).code();
    }

    /**
     * Prints every failure, and a summary unless only data and errors are asked for.
     *
     * @param written the table of all forecasts, if it was written
     */
    public synchronized void end(Optional<String> written) throws LstmException {
        line.clear();
        if (style == ProgressStyle.NONE) {
            summary.failed().values().forEach(outcome -> console.err()
                    .println("lstm: " + outcome.error().orElseThrow()));
        } else {
            LabelledLines text = summary.text(pace.seconds());
            written.ifPresent(table -> text.addWrapped("wrote", table));
            if (console.signal().isRaised()) {
                text.add("next", "the same command resumes from here");
            }
            console.err().print(text);
        }
        log.end(summary.values(code()));
    }
}
