package lstm.cli.option;

import java.util.List;

/** An option with its value, to be typed again. */
public record OptionValue(String option, String value) {
    /** As words of a command line; a value that looks like an option stays with its own. */
    List<String> words() {
        return value.startsWith("-") ? List.of(option + "=" + value) : List.of(option, value);
    }
}
