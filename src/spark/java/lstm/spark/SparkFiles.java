package lstm.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Files where Spark keeps them: on this machine, on HDFS, or in an object store. */
final class SparkFiles {
    /** No model file is larger. */
    private static final long LARGEST = 1L << 30;

    private SparkFiles() {}

    /**
     * Reads a model file.
     *
     * @throws LstmException of kind {@code MODEL}
     */
    static Model model(SparkSession spark, String name) throws LstmException {
        Path path = new Path(name);
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            long size = files.getFileStatus(path).getLen();
            if (size > LARGEST) {
                throw LstmException.model("is too large for a model file")
                        .in(name)
                        .remedy("name a model file that lstm has written");
            }
            try (InputStream in = files.open(path)) {
                return ModelFile.parse(in.readNBytes((int) size), name);
            }
        } catch (FileNotFoundException e) {
            throw LstmException.model("no such file").in(name).remedy("check the name");
        } catch (IOException e) {
            throw LstmException.model("cannot be read: ", Reason.of(e))
                    .in(name)
                    .remedy("fix that or name another file")
                    .because(e);
        }
    }

    /**
     * Refuses an output folder that exists: what readers may be reading is never deleted.
     *
     * @throws LstmException of kind {@code USAGE}, or {@code IO} if it cannot be told
     */
    static void requireNew(SparkSession spark, Setting option, String name) throws LstmException {
        Path path = new Path(name);
        try {
            if (path.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(path)) {
                throw LstmException.usage(option.to(name), " exists")
                        .remedy("name a new folder, such as one with the date of the run");
            }
        } catch (IOException e) {
            throw LstmException.io("cannot be looked up: ", Reason.of(e))
                    .in(name)
                    .remedy("fix that or name another folder")
                    .because(e);
        }
    }

    /**
     * Writes a model file under a name that is new: whole, or not at all.
     *
     * @throws LstmException of kind {@code IO}
     */
    static void write(SparkSession spark, String name, Model model) throws LstmException {
        Path path = new Path(name);
        Path part = path.suffix(".part");
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            try (OutputStream out = files.create(part, true)) {
                out.write(ModelFile.bytes(model));
            }
            if (!files.rename(part, path)) {
                throw new IOException(part + " cannot be renamed");
            }
        } catch (IOException e) {
            throw LstmException.io("cannot be written: ", Reason.of(e))
                    .in(name)
                    .remedy("fix that or name another file")
                    .because(e);
        }
    }
}
