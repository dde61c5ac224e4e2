package lstm.spark;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.cli.option.OptionValue;
import lstm.cli.terminal.ExitCode;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Shortage;
import lstm.text.PrintableText;
import org.apache.spark.sql.SparkSession;

/** Runs a job that was submitted to Spark: {@code forecast}, {@code train} or {@code backtest}. */
public final class Main {
    private Main() {}

    /** Runs one job. Ends the process only if it fails, since a notebook may have started it. */
    public static void main(String[] args) {
        int code = run(System.err, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one job; returns the exit code that the command line has for what came of it. */
    static int run(PrintStream err, String... args) {
        List<String> words = Arrays.asList(args);
        if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
            err.print(help());
            return words.isEmpty() ? ExitCode.USAGE.code() : ExitCode.OK.code();
        }
        try {
            Job job = Job.of(words.get(0), words.subList(1, words.size()));
            boolean isOurs = SparkSession.getDefaultSession().isEmpty();
            SparkSession spark =
                    SparkSession.builder().appName("lstm " + words.get(0)).getOrCreate();
            try {
                job.run(spark, err);
            } finally {
                if (isOurs) {
                    spark.stop();
                }
            }
            return ExitCode.OK.code();
        } catch (Exception e) {
            return report(e, err);
        }
    }

    private static int report(Exception e, PrintStream err) {
        Optional<JobFailure> failure = JobFailure.behind(e);
        Optional<LstmException> known = Shortage.behind(e);
        String line = failure.map(JobFailure::getMessage)
                .or(() -> known.map(one -> one.message(OptionValue::text)))
                .orElseGet(() -> "Spark failed: " + JobFailure.reason(e));
        err.println("lstm: " + PrintableText.of(line));
        return failure.map(JobFailure::kind)
                .or(() -> known.map(LstmException::kind))
                .map(ExitCode::of)
                .orElse(JobFailure.isIo(e) ? ExitCode.of(Kind.IO) : ExitCode.BUG)
                .code();
    }

    private static String help() {
        StringBuilder text = new StringBuilder("The jobs are " + String.join(", ", Job.NAMES) + ".\n");
        for (Object options : List.of(
                new JobOptions(),
                new ForecastOptions.Words(),
                new TrainingOptions.Words(),
                new TrainingOptions.GlobalWords(),
                new TrainingOptions.BacktestWords())) {
            text.append('\n').append(OptionWords.commandLine(options).getUsageMessage());
        }
        return text.toString();
    }
}
