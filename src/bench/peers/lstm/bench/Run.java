package lstm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A contender with its arguments, run in a process of its own: each brings another BLAS and other threads, which would
 * be in each other's way.
 */
record Run(Class<?> contender, Arguments arguments) {
    /** Runs it once more and adds what it says to what was measured before. Modifies {@code measured}. */
    void addTo(Map<Run, Map<String, List<Double>>> measured) throws IOException, InterruptedException {
        System.err.println(this);
        Map<String, List<Double>> values = measured.computeIfAbsent(this, run -> new HashMap<>());
        for (String line : lines(contender.getName(), arguments.threads(), arguments.words())) {
            String[] words = line.split(" ");
            values.computeIfAbsent(words[0], name -> new ArrayList<>()).add(Double.parseDouble(words[1]));
        }
    }

    /** What a program of this class path says on standard output, a line each; on this many OpenMP threads. */
    static List<String> lines(String program, int threads, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "" + threads);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + program + " failed with " + process.exitValue());
        }
        return said.lines().toList();
    }

    @Override
    public String toString() {
        return contender.getSimpleName() + " " + String.join(" ", arguments.words());
    }
}
