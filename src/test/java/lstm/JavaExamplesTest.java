package lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lstm.modelfile.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in examples/java run against the jar, and the Java in the README compiles. */
class JavaExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theProgramTrainsKeepsAndForecastsWithoutTheOptionalLibraries() throws Exception {
        // The last five years: what the preset compares takes less time on them.
        List<String> rows = Files.readAllLines(Path.of("data/airline-passengers.csv"));
        List<String> last = new ArrayList<>(rows.subList(0, 1));
        last.addAll(rows.subList(rows.size() - 60, rows.size()));
        Path csv = Files.write(folder.resolve("sales.csv"), last);
        Path model = folder.resolve("sales.model.json");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.bytedeco.javacpp.cachedir="
                                + Path.of("target", "natives").toAbsolutePath(),
                        "-cp",
                        classPathOfAJavaProgram(),
                        "examples/java/ForecastCsv.java",
                        csv.toString(),
                        model.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertEquals(0, code, Files.readString(err));
        List<String> lines = Files.readAllLines(out);
        assertEquals(13, lines.size(), lines.toString());
        assertTrue(lines.get(1).startsWith("1961-01-01 "), lines.get(1));
        assertTrue(lines.get(12).startsWith("1961-12-01 "), lines.get(12));
        assertEquals(12, ModelFile.read(model).preparation().plan().horizon());
    }

    /** The jar's classes and what Maven gives to a program that depends on it: nothing that is optional in the POM. */
    private static String classPathOfAJavaProgram() throws Exception {
        try (var libraries = Files.list(Path.of("target/lib"))) {
            List<String> given = libraries
                    .map(Path::toString)
                    .filter(library -> !library.matches(".*/(picocli|fontbox|pdfbox|snakeyaml|slf4j-nop).*"))
                    .toList();
            return "target/classes" + File.pathSeparator + String.join(File.pathSeparator, given);
        }
    }

    @Test
    void theJavaOfTheReadmeCompiles() throws Exception {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("README.md")));
        List<String> programs = new ArrayList<>();
        while (blocks.find()) {
            programs.add(blocks.group(1));
        }
        assertEquals(1, programs.size());
        assertEquals(List.of(), errors(programs.get(0)));
    }

    private List<String> errors(String statements) throws IOException {
        String source =
                "import java.nio.file.Path; import java.time.LocalDate; import lstm.forecast.*; import lstm.modelfile.*;"
                        + " import lstm.preset.*; import lstm.series.*; import lstm.workflow.*;"
                        + " class Readme { void run(LocalDate[] dates, double[] values, Path path) throws Exception {\n"
                        + statements + "}}";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                Path.of("target", "classes").toString());
        compiler.getTask(null, null, problems, options, null, List.of(file)).call();
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem.getMessage(Locale.ROOT))
                .toList();
    }
}
