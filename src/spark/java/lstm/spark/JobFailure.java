package lstm.spark;

import java.io.IOException;
import java.util.Optional;
import lstm.cli.option.OptionValue;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;

/** A failure on an executor that ends the job. What it says travels to the driver as one line. */
final class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private JobFailure(Kind kind, String line) {
        super(line);
        this.kind = kind;
    }

    /** The failure of a task. */
    static JobFailure of(LstmException failure) {
        return new JobFailure(failure.kind(), failure.message(OptionValue::text));
    }

    /** The failure of a task that is behind the failure of its job, if it is one of ours. */
    static Optional<JobFailure> behind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobFailure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    Kind kind() {
        return kind;
    }

    /** What Spark says, without its code and the lines after the first. */
    static String reason(Exception e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
        return line.replaceFirst("\\.?( SQLSTATE: \\w+)?$", "");
    }

    /** Whether a file or a connection is behind the failure of a job. */
    static boolean isIo(Throwable e) {
        return e != null && (e instanceof IOException || isIo(e.getCause()));
    }
}
