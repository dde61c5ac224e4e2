package lstm.workflow;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lstm.cli.BatchCommand;
import lstm.cli.CommandRegistry;
import lstm.cli.RootCommand;
import lstm.cli.TrainCommand;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.workflow.BatchResult.State;
import picocli.CommandLine;

/** Does one file of a batch: runs its command lines quietly and keeps what they print. Any number of threads may. */
public final class BatchWorker {
    private static final double SECOND = 1e9;
    private static final int INTERRUPTED = 128;

    private final Console console;
    private final boolean force;

    public BatchWorker(Console console, boolean force) {
        this.console = console;
        this.force = force;
    }

    /** What a command line did. */
    private record Ran(int code, byte[] out, String err, CommandLine commands) {}

    /** Trains and forecasts one file. Never throws but for a bug; a failure is its status. */
    BatchResult run(BatchJob item) {
        long start = System.nanoTime();
        Ran trained = train(item);
        if (trained.code != 0) {
            return ended(item, failed(trained.code), trained.code, Optional.of(error(trained)), start);
        }
        TrainCommand train =
                trained.commands.getSubcommands().get(BatchCommand.TRAIN).getCommand();
        Ran forecast = predict(item);
        if (forecast.code != 0) {
            return ended(item, State.FAILED, forecast.code, Optional.of(error(forecast)), start);
        }
        try {
            boolean same = !write(item.forecast(), forecast.out) && train.hadNothingToDo();
            return ended(item, same ? State.UNCHANGED : State.DONE, 0, Optional.empty(), start);
        } catch (LstmException e) {
            return ended(item, State.FAILED, ExitCode.of(e.kind()).code(), Optional.of(e.getMessage()), start);
        }
    }

    private State failed(int code) {
        return code > INTERRUPTED && console.signal().isRaised() ? State.STOPPED : State.FAILED;
    }

    private Ran train(BatchJob item) {
        List<String> words = new ArrayList<>(List.of(BatchCommand.TRAIN));
        words.addAll(item.train());
        words.addAll(List.of("--output=" + item.model(), force ? "--force" : "--update", "--threads=1", "--quiet"));
        words.addAll(List.of("--", item.file()));
        return command(words);
    }

    private Ran predict(BatchJob item) {
        List<String> words = new ArrayList<>(List.of(BatchCommand.PREDICT));
        words.addAll(item.predict());
        words.addAll(List.of("--format=csv", "--quiet", "--", item.model().toString()));
        return command(words);
    }

    private Ran command(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        // Options from variables and files are among the words already.
        RootCommand lstm = new RootCommand(new Console(
                InputStream.nullInputStream(),
                out,
                errors,
                false,
                false,
                false,
                console.signal(),
                Map.of(),
                console.disk(),
                console.clock()));
        String[] args = words.toArray(String[]::new);
        CommandLine commands = lstm.commands(CommandRegistry.needed(args));
        int code = lstm.run(commands, args);
        return new Ran(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8), commands);
    }

    /** The last line that a command printed: before it stands what --debug adds. */
    private static String error(Ran ran) {
        return ran.err
                .lines()
                .filter(Predicate.not(String::isBlank))
                .filter(line -> line.startsWith("lstm: "))
                .reduce((earlier, later) -> later)
                .orElse("lstm: ended with code " + ran.code)
                .substring("lstm: ".length());
    }

    /** Writes a file unless it holds these bytes already; says whether it wrote. */
    private boolean write(Path file, byte[] bytes) throws LstmException {
        if (Files.isRegularFile(file) && Arrays.equals(BoundedFile.read(file, Integer.MAX_VALUE, Kind.IO), bytes)) {
            return false;
        }
        AtomicFile.write(console.disk(), file, bytes, Existing.REPLACE);
        return true;
    }

    private static BatchResult ended(BatchJob item, State state, int code, Optional<String> error, long start) {
        Optional<Model> model = Optional.empty();
        try {
            if (Files.exists(item.model())) {
                model = Optional.of(ModelFile.read(item.model()))
                        .filter(read -> read.training().isFinished());
            }
        } catch (LstmException e) {
            // The command that failed on it has said so.
        }
        return new BatchResult(item, state, code, error, (System.nanoTime() - start) / SECOND, model);
    }
}
