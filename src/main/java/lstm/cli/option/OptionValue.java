package lstm.cli.option;

import java.util.List;
import lstm.error.Phrase;
import lstm.error.SettingValue;
import lstm.text.ShellQuote;

/** An option and its value. */
public record OptionValue(String option, String value) {
    /** A setting in command-line syntax: {@code --lookback 24}. */
    public static String text(SettingValue part) {
        String option = "--" + part.setting().name();
        return part.value().isEmpty() ? option : option + " " + ShellQuote.quote(part.value());
    }

    /** A phrase with its settings in command-line syntax. */
    public static String text(Phrase phrase) {
        return phrase.text(OptionValue::text);
    }

    /** As words of a command line; a value that looks like an option is joined with {@code =}. */
    List<String> words() {
        return value.startsWith("-") ? List.of(option + "=" + value) : List.of(option, value);
    }

    /** The option without its hyphens. */
    String name() {
        return option.substring(2);
    }
}
