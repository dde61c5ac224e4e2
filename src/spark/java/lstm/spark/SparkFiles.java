package lstm.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Files where Spark keeps them: on this machine, on HDFS, or in an object store. */
final class SparkFiles {
    /** No model file is larger. */
    private static final long LARGEST = 1L << 30;

    /** The names for which {@link #isCsv} holds, as Hadoop's patterns say it. */
    static final String CSV_NAMES = "*.{[cC][sS][vV],[cC][sS][vV].[gG][zZ]}";

    /** What is done with a file, or with a folder. */
    private interface Work<T> {
        T on(FileSystem files, Path path) throws IOException, LstmException;
    }

    private SparkFiles() {}

    /**
     * Reads a model file.
     *
     * @throws LstmException of kind {@code MODEL}
     */
    static Model model(SparkSession spark, String name) throws LstmException {
        return on(spark, name, Kind.MODEL, "cannot be read", (files, path) -> {
            FileStatus file = files.getFileStatus(path);
            long size = file.getLen();
            if (file.isDirectory() || size > LARGEST) {
                throw LstmException.model(file.isDirectory() ? "is a folder" : "is too large for a model file")
                        .in(name)
                        .remedy("name a model file that lstm has written");
            }
            try (InputStream in = files.open(path)) {
                return ModelFile.parse(in.readNBytes((int) size), name);
            }
        });
    }

    /** Whether a file is a CSV, by its name. */
    static boolean isCsv(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }

    /**
     * Whether there is a CSV in a folder; not if there is no such folder.
     *
     * @throws LstmException of kind {@code DATA} if it cannot be told
     */
    static boolean holdsCsv(SparkSession spark, String folder) throws LstmException {
        return on(spark, folder, Kind.DATA, "cannot be looked up", (files, path) -> {
            FileStatus[] found = files.globStatus(path);
            for (FileStatus one : found == null ? new FileStatus[0] : found) {
                if (one.isDirectory()
                        && Arrays.stream(files.listStatus(one.getPath()))
                                .anyMatch(file -> isCsv(file.getPath().getName()))) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * Refuses an output folder that exists: what readers may be reading is never deleted.
     *
     * @throws LstmException of kind {@code USAGE}, or {@code IO} if it cannot be told
     */
    static void requireNew(SparkSession spark, Setting option, String name) throws LstmException {
        if (on(spark, name, Kind.IO, "cannot be looked up", FileSystem::exists)) {
            throw LstmException.usage(option.to(name), " exists")
                    .remedy("name a new folder, such as one with the date of the run");
        }
    }

    /**
     * Writes a model file under a name that is new: whole, or not at all.
     *
     * @throws LstmException of kind {@code IO}
     */
    static void write(SparkSession spark, String name, Model model) throws LstmException {
        on(spark, name, Kind.IO, "cannot be written", (files, path) -> {
            Path part = path.suffix(".part");
            try (OutputStream out = files.create(part, true)) {
                out.write(ModelFile.bytes(model));
            }
            if (!files.rename(part, path)) {
                throw new IOException(part + " cannot be renamed");
            }
            return path;
        });
    }

    private static <T> T on(SparkSession spark, String name, Kind kind, String failure, Work<T> work)
            throws LstmException {
        try {
            Path path = new Path(name);
            return work.on(path.getFileSystem(spark.sparkContext().hadoopConfiguration()), path);
        } catch (FileNotFoundException e) {
            throw LstmException.of(kind, "no such file")
                    .in(name)
                    .remedy("check the name")
                    .because(e);
        } catch (IOException e) {
            throw LstmException.of(kind, failure, ": ", Reason.of(e))
                    .in(name)
                    .remedy("fix that or choose another name")
                    .because(e);
        } catch (IllegalArgumentException e) {
            // So Hadoop refuses an empty name, or one with a colon that follows no scheme.
            throw LstmException.usage(LstmException.quote(name), " is not the name of a file")
                    .remedy("choose another name");
        }
    }
}
