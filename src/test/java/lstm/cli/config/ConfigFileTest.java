package lstm.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** As {@code key=value@line}, separated by spaces. */
    private String entries(String name, String text) throws IOException, LstmException {
        Path file = file(name, text);
        return ConfigFile.read(file).stream()
                .map(entry -> entry.key() + "=" + entry.value() + "@"
                        + entry.place().line().getAsLong())
                .collect(Collectors.joining(" "));
    }

    private String refusal(String name, String text) throws IOException {
        Path file = file(name, text);
        LstmException e = assertThrows(LstmException.class, () -> ConfigFile.read(file));
        assertEquals(Kind.USAGE, e.kind());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        return e.getMessage().substring(file.toString().length());
    }

    @Test
    void yamlKeepsSpellingsListsAndSections() throws Exception {
        String text = "# nightly\nlearning-rate: 1e-3\ntarget: 'no'\ntrain:\n  epochs: 020\n  features: [a, \"b c\"]\n"
                + "date: |-\n  day\nforce: yes\n";
        assertEquals(
                "learning-rate=1e-3@2 target=no@3 train.epochs=020@5 train.features=a,b c@6 date=day@7 force=yes@9",
                entries("c.yaml", text));
        assertEquals("epochs=3@1", entries("c.yml", "\ufeffepochs: 3\r\n"));
    }

    @Test
    void jsonIsYaml() throws Exception {
        assertEquals(
                "epochs=3@2 train.features=a,b@3 train.force=true@3",
                entries(
                        "c.json",
                        "{\n \"epochs\": 3,\n \"train\": {\"features\": [\"a\", \"b\"], \"force\": true}\n}"));
    }

    @Test
    void propertiesHaveEscapesAndLongLines() throws Exception {
        String text =
                "! a\n# b \\\nepochs = 20\n\n  learning-rate:0.1\ndate-format d\\\\M\ntarget=Gr\\u00f6\\\n    \u00dfe\n";
        assertEquals(
                "epochs=20@3 learning-rate=0.1@5 date-format=d\\M@6 target=Gr\u00f6\u00dfe@7",
                entries("c.properties", text));
    }

    @Test
    void nothingInItGivesNoEntries() throws Exception {
        for (String text : List.of("", "\n# only a comment\n", "---\n", "{}", "~")) {
            assertEquals("", entries("c.yaml", text));
        }
        assertEquals("", entries("c.properties", " \n#x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs: 3\\nepochs: 4 | :2: key \"epochs\" is already given at FILE:1; remove one of them",
                "a: &x 1\\nb: *x | :1: anchors and aliases (& and *) are not supported; write the value itself, in quotes",
                "b: *x | :1: anchors and aliases (& and *) are not supported; ",
                "a: !!javax.script.ScriptEngineManager [x] | :1: tags (!) are not supported; write",
                "a: !x 1 | :1: tags (!) are not supported; write the value itself, in quotes",
                "a: {b: {c: 1}} | :1: is nested too deeply; ",
                "a: [[1]] | :1: this item of a list is not a single value; ",
                "a: ['1,2'] | :1: this item of a list is not a single value; ",
                "- a | :1: is not a list of names with values; write NAME: VALUE",
                "20 | :1: is not a list of names with values; write NAME: VALUE",
                "\\na: | :2: key \"a\" has no value; write one, or remove the line",
                "a: ~ | :1: key \"a\" has no value; write one, or remove the line",
                "a: 1\\n---\\nb: 2 | :2: begins a second document; keep one",
                "a: 1\\n b: 2 | :2: is not YAML: ",
                "a: \"1 | :1: is not YAML: ",
                "? [1]\\n: 2 | :1: a name was expected here; write NAME: VALUE"
            })
    void whatIsNotPlainYamlIsNamedWithItsLine(String text, String message) throws IOException {
        String said = refusal("c.yaml", text.replace("\\n", "\n"));
        String expected = message.replace("FILE", directory.resolve("c.yaml").toString());
        assertTrue(said.startsWith(expected), said);
    }

    @Test
    void properNamesOfPropertiesNeedValues() throws IOException {
        assertEquals(":2: key \"epochs\" has no value; write NAME = VALUE", refusal("c.properties", "#\nepochs\n"));
        assertEquals(
                ":1: has a malformed \\u escape; write four hexadecimal digits", refusal("c.properties", "a=\\u12x4"));
        assertTrue(refusal("c.properties", "a=1\nb=2\na=3").startsWith(":3: key \"a\" is already given at "));
    }

    @Test
    void theFormIsToldByTheName() throws IOException {
        assertTrue(refusal("c.toml", "a=1").endsWith("; name it .yaml, .json or .properties"));
    }

    @Test
    void aFileThatIsMissingTooLargeOrNotTextIsRefused() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        LstmException e = assertThrows(LstmException.class, () -> ConfigFile.read(missing));
        assertEquals(Kind.USAGE, e.kind());
        assertEquals(missing + ": no such file; check the name", e.getMessage());
        assertTrue(refusal("c.yaml", "#".repeat((1 << 20) + 1)).contains("bytes long; at most"));
        Path binary = directory.resolve("b.yaml");
        Files.write(binary, new byte[] {'a', ':', ' ', (byte) 0xff});
        assertEquals(
                binary + ": is not UTF-8; save it as UTF-8",
                assertThrows(LstmException.class, () -> ConfigFile.read(binary)).getMessage());
    }

    @Test
    void deepNestingAndManyAliasesAreRefusedAtOnce() throws IOException {
        assertTrue(refusal("c.yaml", "a: " + "[".repeat(500_000)).startsWith(":1: this item of a list"));
        assertTrue(refusal("c.yaml", "{".repeat(500_000)).startsWith(":1: a name was expected"));
        assertTrue(refusal("c.yaml", "a: &a [x]\nb: [*a, *a]").startsWith(":1: anchors"));
    }

    @Test
    void anyTextIsReadOrRefusedInOneLine() throws IOException {
        String property = System.getProperty("seed", "");
        long seed = property.isEmpty() ? new Random().nextLong() : Long.parseLong(property);
        System.out.println("ConfigFileTest seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "a", "b", ":", " ", "\n", "-", "[", "]", "{", "}", ",", "\"", "'", "&x", "*x", "!", "|", ">", "#", "%", "@",
            "`", "\t", "\\", "\\u12", "=", "? ", "---", "...", "\u0000", "\ufeff", "\u2028", "\ud83d"
        };
        for (int k = 0; k < 1500; k++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String name = random.nextBoolean() ? "c.yaml" : "c.properties";
            Path file = directory.resolve(name);
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            try {
                ConfigFile.read(file);
            } catch (LstmException e) {
                assertEquals(1, e.getMessage().lines().count(), text + " -> " + e.getMessage());
            }
        }
    }
}
