package lstm.cli.option;

import java.util.List;
import lstm.error.Phrase;
import lstm.error.SettingValue;
import lstm.text.ShellQuote;

/** An option with its value, to be typed again. */
public record OptionValue(String option, String value) {
    /** A setting as the command line has it: {@code --lookback 24}. */
    public static String text(SettingValue part) {
        String option = "--" + part.setting().name();
        return part.value().isEmpty() ? option : option + " " + ShellQuote.quote(part.value());
    }

    /** A phrase with its settings as the command line has them. */
    public static String text(Phrase phrase) {
        return phrase.text(OptionValue::text);
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
