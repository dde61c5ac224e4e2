package lstm.cli.terminal;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.report.BatchJson;
import lstm.report.Json;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.BatchListener;
import lstm.workflow.BatchResult;
import lstm.workflow.BatchResult.State;

/**
 * Reports the progress of a batch: a line of JSON per file on standard output, progress and a summary for people on
 * standard error. Safe for use by several threads.
 */
public final class BatchProgress implements BatchListener {
    private static final int BAR = 24;
    private static final int SIGPIPE = 13;

    private final Console console;
    private final ProgressStyle style;
    private final ProgressBar bar;
    private final int files;
    private final RemainingTime pace;
    private final StatusLine line;
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final boolean failFast;
    private final SortedMap<Integer, BatchResult> failed = new TreeMap<>();
    private int worse;
    private int stale;
    private boolean fatal;
    private LstmException unwritten;
    private BrokenPipeException gone;

    /**
     * Progress of a batch that begins now.
     *
     * @param files number of files
     * @param failFast whether no further file is started once one has failed
     */
    public BatchProgress(Console console, Terminal screen, int files, boolean failFast) {
        this.failFast = failFast;
        this.console = console;
        // Where both go to the same terminal, the lines of JSON would tear a line that is rewritten.
        this.style = screen.progress() == ProgressStyle.LIVE && console.outIsTerminal()
                ? ProgressStyle.LINES
                : screen.progress();
        this.bar = new ProgressBar(screen.characters());
        this.pace = new RemainingTime(console.clock(), 0);
        this.files = files;
        this.line = new StatusLine(console.err(), screen);
    }

    @Override
    public synchronized void done(BatchResult status) {
        counts.merge(status.state(), 1, Integer::sum);
        if (status.state() == State.FAILED) {
            fatal |= isOfDisk(status);
            failed.put(status.job().number(), status);
        }
        stale += status.isStale() ? 1 : 0;
        worse += status.model()
                        .flatMap(Model::score)
                        .filter(score -> score.skill().orElse(0) < 0)
                        .isPresent()
                ? 1
                : 0;
        if (unwritten == null && gone == null) {
            write(status);
        }
        progress();
    }

    /** Another file may need less memory, but not a disk that works. */
    private boolean isOfDisk(BatchResult status) {
        boolean memory = status.failure()
                .filter(failure -> failure.getCause() instanceof OutOfMemoryError)
                .isPresent();
        return code(status) == ExitCode.IO.code() && !memory;
    }

    private void write(BatchResult status) {
        try {
            byte[] text = (Json.text(BatchJson.values(status, code(status), error(status))) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(text));
        } catch (LstmException e) {
            unwritten = e;
        } catch (BrokenPipeException e) {
            gone = e;
            console.signal().request(SIGPIPE);
        }
    }

    private void progress() {
        int done = done();
        pace.mark(done);
        if (style == ProgressStyle.LIVE) {
            line.show(bar.of((double) done / files, BAR) + " " + done + "/" + files + " files" + others() + left(done));
        } else if (style == ProgressStyle.LINES && done < files && 10L * done / files > 10L * (done - 1) / files) {
            console.err().println("batch " + done + "/" + files + " files" + others() + left(done));
        }
    }

    private int done() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String others() {
        int failed = counts.getOrDefault(State.FAILED, 0);
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
                || failFast && !failed.isEmpty();
    }

    @Override
    public boolean stopsTrainings() {
        return console.signal().isRaised();
    }

    /** The exit code of a file. */
    private int code(BatchResult status) {
        if (status.state() == State.STOPPED) {
            return console.signal().exitCode();
        }
        return status.failure()
                .map(failure -> failure instanceof LstmException user ? ExitCode.of(user.kind()) : ExitCode.BUG)
                .orElse(ExitCode.OK)
                .code();
    }

    private static Optional<String> error(BatchResult status) {
        if (status.state() == State.STOPPED) {
            return Optional.of("stopped; the same command resumes it");
        }
        return status.failure()
                .map(failure -> failure instanceof LstmException user
                        ? user.message(OptionValue::text)
                        : "a bug in lstm: " + failure)
                .map(text -> text.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Throws the failure that prevented a result from being written, if any. */
    public synchronized void rethrow() throws LstmException, BrokenPipeException {
        line.end();
        if (unwritten != null) {
            throw unwritten;
        }
        if (gone != null) {
            throw gone;
        }
    }

    /** The exit code of the first file that failed, in the order given. */
    public synchronized int code() {
        return failed.isEmpty() ? ExitCode.OK.code() : code(failed.get(failed.firstKey()));
    }

    /** Prints every failure, and a summary unless only data and errors are asked for. */
    public synchronized void end() {
        if (style == ProgressStyle.NONE) {
            failed.values().forEach(result -> console.err()
                    .println("lstm: " + error(result).orElseThrow()));
            return;
        }
        LabelledLines text = new LabelledLines();
        text.add("batch", summary());
        String label = "failed";
        for (BatchResult result : failed.values()) {
            text.add(label, error(result).orElseThrow());
            label = "";
        }
        if (worse > 0) {
            text.add("worse", counted(worse, "model is", "models are") + " worse than repeating the last value");
        }
        if (stale > 0) {
            text.add("stale", counted(stale, "forecast", "forecasts") + " of an earlier run still in place");
        }
        if (console.signal().isRaised()) {
            text.add("next", "the same command resumes from here");
        }
        console.err().print(text);
    }

    private String summary() {
        String parts = counts.entrySet().stream()
                .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining());
        int left = files - done();
        return counted(files, "file", "files") + parts + (left == 0 ? "" : ", " + left + " not started") + " in "
                + NumberText.seconds(pace.seconds());
    }

    private static String counted(int number, String one, String many) {
        return NumberText.count(number) + " " + (number == 1 ? one : many);
    }
}
