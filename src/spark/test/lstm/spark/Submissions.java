package lstm.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmit;

/**
 * What {@code spark-submit} does with the packaged jar, one job after the other in one process that knows Spark and
 * nothing of lstm.
 */
final class Submissions {
    /** What is in the jar, and a logger that keeps silent. */
    private static final List<String> OWN = List.of(
            "picocli", "nd4j", "bytedeco", "hipparchus", "snakeyaml-engine", "commons-csv", "pdfbox", "slf4j-nop");

    private Submissions() {}

    /** Submits the jobs in a process of their own; returns its exit code. */
    static int run(Path err, List<List<String>> jobs) throws IOException, InterruptedException {
        Path words = err.resolveSibling("jobs");
        Files.write(words, jobs.stream().map(job -> String.join("\t", job)).toList());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> start = Stream.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");
        Stream<String> rest = Stream.of("-cp", classpath(), Submissions.class.getName(), words.toString());
        List<String> command =
                Stream.concat(Stream.concat(start, opens()), rest).toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Stream<String> opens() {
        return Arrays.stream(System.getProperty("lstm.spark.opens").split(" "));
    }

    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.replaceAll("[/\\\\]$", "").endsWith("classes") || part.contains("test-classes"))
                .filter(part -> OWN.stream().noneMatch(part::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Submits each line of a file. */
    public static void main(String[] args) throws IOException {
        for (String job : Files.readAllLines(Path.of(args[0]))) {
            Stream<String> submit = Stream.of("--master", "local[2]", "--conf", "spark.ui.enabled=false");
            SparkSubmit.main(
                    Stream.concat(submit, Arrays.stream(job.split("\t"))).toArray(String[]::new));
        }
    }
}
