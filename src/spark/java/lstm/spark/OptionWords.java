package lstm.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import lstm.cli.option.OptionConverters;
import lstm.error.LstmException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Options as words of a command line. Only the words travel to the executors, which read them again.
 *
 * @param <T> a class whose fields are options
 */
final class OptionWords<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Makes an object whose options have their defaults. */
    interface Maker<T> extends Supplier<T>, Serializable {}

    private final String[] words;
    private final Maker<T> maker;
    private transient T read;

    private OptionWords(List<String> words, Maker<T> maker) {
        this.words = words.toArray(new String[0]);
        this.maker = maker;
    }

    /**
     * Reads options.
     *
     * @throws LstmException of kind {@code USAGE} if one is unknown or has an impossible value
     */
    static <T> OptionWords<T> of(List<String> words, Maker<T> maker) throws LstmException {
        OptionWords<T> options = new OptionWords<>(words, maker);
        options.read = options.parse();
        return options;
    }

    /** The options. */
    T read() throws LstmException {
        if (read == null) {
            read = parse();
        }
        return read;
    }

    private T parse() throws LstmException {
        T options = maker.get();
        try {
            commandLine(options).parseArgs(words);
            return options;
        } catch (ParameterException e) {
            throw refusal(e);
        }
    }

    /** A command line that reads these options. */
    static CommandLine commandLine(Object options) {
        return OptionConverters.addTo(new CommandLine(options))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** The failure of words that are no options. */
    static LstmException refusal(ParameterException e) {
        String message = e.getMessage().replaceAll("\\s*\\R\\s*", " ");
        return LstmException.usage(Character.toLowerCase(message.charAt(0)) + message.substring(1))
                .remedy("--help after the name of the jar lists all options");
    }
}
