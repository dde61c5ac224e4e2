package lstm.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Sessions for tests: one process with two threads, or two executors. */
final class Sessions {
    private Sessions() {}

    /** Two threads; a task may fail twice. */
    static SparkSession local() {
        return session("local[2,3]");
    }

    /** Two executors of one core each, as processes of their own that have no home directory. */
    static SparkSession cluster(Path natives) throws IOException {
        Path jars = Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        StringBuilder folders = new StringBuilder();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(part).toAbsolutePath();
            if (Files.isDirectory(path)) {
                folders.append(path).append(File.pathSeparator);
            } else {
                link(jars.resolve(path.getFileName()), path);
            }
        }
        System.setProperty("spark.executor.extraClassPath", folders.toString());
        System.setProperty(
                "spark.executor.extraJavaOptions",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.home=/dev/null/home -Dorg.bytedeco.javacpp.cachedir="
                        + natives);
        // The first job shall find both.
        System.setProperty("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        return session("local-cluster[2,1,1024]");
    }

    private static void link(Path link, Path jar) throws IOException {
        try {
            Files.createSymbolicLink(link, jar);
        } catch (FileAlreadyExistsException e) {
            // An earlier test has made it.
        }
    }

    private static SparkSession session(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("test")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }
}
