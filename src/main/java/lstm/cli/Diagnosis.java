package lstm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Shortage;
import lstm.tensor.BackendInfo;
import lstm.tensor.BackendKind;
import lstm.text.LabelledLines;

/** What the program runs on, fact by fact, and what is wrong with it. */
final class Diagnosis {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LEAST_HEAP = 256;
    /** Those that OpenBLAS has kernels for. */
    private static final List<String> FEATURES = List.of(
            "sse3",
            "ssse3",
            "sse4_1",
            "sse4_2",
            "avx",
            "avx2",
            "fma",
            "avx512f",
            "avx512vl",
            "avx512_bf16",
            "amx_tile",
            "asimd",
            "sve",
            "sve2");

    private static final List<String> KERNELS_BEFORE_AVX2 =
            List.of("PRESCOTT", "CORE2", "PENRYN", "DUNNINGTON", "NEHALEM", "SANDYBRIDGE", "ATOM", "NANO");

    private final LabelledLines facts = new LabelledLines();
    private final List<String> wrong = new ArrayList<>();
    private boolean works = true;

    private Diagnosis() {}

    /**
     * Looks at this machine and loads the backend.
     *
     * @param version of the program
     */
    static Diagnosis of(String version, Map<String, String> environment) {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.facts.add("version", version);
        diagnosis.addJava();
        diagnosis.addProcessor();
        diagnosis.addBackend(environment);
        diagnosis.addFolder();
        diagnosis.addLimits();
        return diagnosis;
    }

    /** Whether there is a backend. */
    boolean works() {
        return works;
    }

    /** One line for each fact, then one for each thing that is wrong. */
    String text() {
        wrong.forEach(problem -> facts.add("wrong", problem));
        return facts.toString();
    }

    private void addJava() {
        facts.add(
                "java",
                Runtime.version() + ", " + System.getProperty("java.vm.name") + ", " + System.getProperty("java.home"));
        long heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        facts.add("heap", heap + " MiB at most");
        if (heap < LEAST_HEAP) {
            wrong.add("the heap is small; give Java more: JDK_JAVA_OPTIONS=-Xmx1g");
        }
    }

    private void addProcessor() {
        facts.add(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        List<String> features = features();
        facts.add("features", features.isEmpty() ? "not known" : String.join(" ", features));
    }

    /** As Linux lists them; other systems are not asked. */
    private static List<String> features() {
        List<String> listed = lines("/proc/cpuinfo")
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .findFirst()
                .map(line -> Arrays.asList(line.split("[\\s:]+")))
                .orElse(List.of());
        return FEATURES.stream().filter(listed::contains).toList();
    }

    private void addBackend(Map<String, String> environment) {
        BackendInfo info;
        try {
            info = BackendInfo.current();
        } catch (IllegalStateException e) {
            LstmException failure = Shortage.behind(e).orElseThrow(() -> e);
            works = false;
            facts.add("backend", "none");
            wrong.add(failure.getMessage());
            return;
        }
        facts.add("backend", info.kind() + ": " + info.library());
        info.failed().forEach((kind, reason) -> wrong.add("the backend " + kind + " cannot be loaded: " + reason));
        if (info.kind() == BackendKind.JAVA) {
            wrong.add("the backend java is several times slower than the others");
        }
        if (features().contains("avx2") && KERNELS_BEFORE_AVX2.stream().anyMatch(info.library()::endsWith)) {
            wrong.add("OpenBLAS uses the kernels of an older processor, which are slower");
        }
        Optional.ofNullable(environment.get("OPENBLAS_CORETYPE"))
                .ifPresent(core -> wrong.add("OPENBLAS_CORETYPE is " + core
                        + ": models trained with other kernels differ in their last digits; unset it"));
    }

    private void addFolder() {
        if (Boolean.getBoolean("org.bytedeco.javacpp.pathsFirst")) {
            facts.add("natives", System.getProperty("java.library.path") + ", loaded in place");
            return;
        }
        Path folder = Path.of(System.getProperty(
                "org.bytedeco.javacpp.cachedir", System.getProperty("user.home") + "/.javacpp/cache"));
        facts.add("natives", folder + ", unpacked there");
        if (Files.exists(folder) && !Files.isWritable(folder)) {
            wrong.add(folder + " cannot be written, so the native libraries may be unpacked elsewhere");
        }
    }

    /** Those that Linux keeps for each process. */
    private void addLimits() {
        String limits = lines("/proc/self/limits")
                .filter(line -> line.matches("Max (address space|processes|open files) .*"))
                .map(line -> line.substring(4).split(" {2,}"))
                .map(columns -> columns[0] + " " + columns[1])
                .collect(Collectors.joining(", "));
        facts.add("limits", limits.isEmpty() ? "not known" : limits);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
