package lstm.cli.option;

import java.util.List;
import lstm.error.SettingValue;

/** An option with its value, to be typed again. */
public record OptionValue(String option, String value) {
    /** A setting as an option with its value. */
    public static String text(SettingValue part) {
        String option = "--" + part.setting().name();
        return part.value().isEmpty() ? option : option + " " + part.value();
    }

    /** As words of a command line; a value that looks like an option stays with its own. */
    List<String> words() {
        return value.startsWith("-") ? List.of(option + "=" + value) : List.of(option, value);
    }

    /** The option without its hyphens. */
    String name() {
        return option.substring(2);
    }
}
