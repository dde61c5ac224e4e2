package lstm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether an argument that usually names a model names data instead, which the base model forecasts. */
final class DataArgument {
    private static final List<String> MODEL = List.of(".json");
    private static final List<String> DATA = List.of(".csv", ".tsv", ".txt", ".gz");

    private DataArgument() {}

    /**
     * Names decide where they can: a damaged model is still a model, and a CSV that is missing still a CSV. Of other
     * files the first byte does.
     */
    static boolean isData(Path argument) {
        String name = argument.toString().toLowerCase(Locale.ROOT);
        if (name.equals("-") || DATA.stream().anyMatch(name::endsWith)) {
            return true;
        }
        if (MODEL.stream().anyMatch(name::endsWith) || !Files.isRegularFile(argument)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(argument)) {
            int first = in.read();
            return first >= 0 && first != '{';
        } catch (IOException e) {
            // Whoever reads it as a model says so.
            return false;
        }
    }
}
