package lstm.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the model file says what each field is. */
class ModelFilePageTest {
    private static final Path PAGE = Path.of("src/site/model-file.md");
    private static final Path MODELS = Path.of("src/test/resources/released/v1");

    @Test
    void everyFieldOfEveryReleasedModelIsDescribed() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(MODELS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".model.json"))
                    .toList()) {
                add(new ObjectMapper().readTree(file.toFile()), names);
            }
        }
        assertTrue(names.size() > 80, names.toString());
        String page = Files.readString(PAGE);
        names.removeIf(name -> page.contains("`" + name + "`"));
        assertEquals(Set.of(), names);
    }

    private static void add(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> add(child, names));
    }
}
