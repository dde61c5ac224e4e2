package lstm.error;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A failure that the user or the calling program can do something about: bad input, a file that cannot be written,
 * training that diverged. What it is about is kept as fields, so that nobody needs to read the message; everything else
 * that is thrown is a bug in lstm.
 *
 * <p>A failure is put together from left to right and thrown:
 *
 * <pre>{@code
 * throw LstmException.data("has ", rows, " rows, needs at least ", least)
 *         .in(series.source())
 *         .remedy("use ", Setting.LOOKBACK.to(longest));
 * }</pre>
 */
public final class LstmException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as scripts tell it apart; the command line has an exit code for each. */
    public enum Kind {
        /** A setting is unknown or impossible, or an output exists. */
        USAGE,
        /** A series or CSV is missing, malformed or too short, or lacks a column. */
        DATA,
        /** A model file is missing, damaged, or of another version. */
        MODEL,
        /** Training diverged. */
        DIVERGED,
        /** A gate that the user asked for was missed. */
        GATE,
        /** The disk is full, or permission is missing. */
        IO,
        /** Another process holds the model. */
        LOCKED,
        /** It took longer than the caller allows. */
        TIMEOUT
    }

    private final Kind kind;
    private final transient Optional<Place> place;
    private final transient Phrase problem;
    private final transient Phrase remedy;

    private LstmException(Kind kind, Optional<Place> place, Phrase problem, Phrase remedy, Throwable cause) {
        super(message(place, problem, remedy, SettingValue::toString), cause);
        this.kind = kind;
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * A failure of a kind.
     *
     * @param problem what is wrong, as {@link Phrase#of} takes it
     */
    public static LstmException of(Kind kind, Object... problem) {
        return new LstmException(kind, Optional.empty(), Phrase.of(problem), Phrase.NONE, null);
    }

    /** A failure of {@link Kind#USAGE}. */
    public static LstmException usage(Object... problem) {
        return of(Kind.USAGE, problem);
    }

    /** A failure of {@link Kind#DATA}. */
    public static LstmException data(Object... problem) {
        return of(Kind.DATA, problem);
    }

    /** A failure of {@link Kind#MODEL}. */
    public static LstmException model(Object... problem) {
        return of(Kind.MODEL, problem);
    }

    /** A failure of {@link Kind#IO}. */
    public static LstmException io(Object... problem) {
        return of(Kind.IO, problem);
    }

    /** The same failure of a whole file or other source. */
    public LstmException in(String source) {
        return at(Place.of(source));
    }

    /** The same failure of a whole file. */
    public LstmException in(Path file) {
        return in(file.toString());
    }

    /** The same failure at a place. */
    public LstmException at(Place where) {
        return new LstmException(kind, Optional.of(where), problem, remedy, getCause());
    }

    /** The same failure with what to do about it, as {@link Phrase#of} takes it. */
    public LstmException remedy(Object... todo) {
        return new LstmException(kind, place, problem, Phrase.of(todo), getCause());
    }

    /** The same failure with the exception behind it. */
    public LstmException because(Throwable cause) {
        return new LstmException(kind, place, problem, remedy, cause);
    }

    /** What scripts tell this failure by. */
    public Kind kind() {
        return kind;
    }

    /** Where it is, if it is in a file. */
    public Optional<Place> place() {
        return place;
    }

    /** The setting it is about: the first that the problem names. */
    public Optional<Setting> setting() {
        return problem.settings().findFirst().map(SettingValue::setting);
    }

    /** What is wrong. */
    public Phrase problem() {
        return problem;
    }

    /** What to do about it; {@link Phrase#NONE} if nothing is known. */
    public Phrase remedy() {
        return remedy;
    }

    /**
     * The whole failure in one line.
     *
     * @param naming how settings are written, such as {@code --lookback 24}
     */
    public String message(Function<SettingValue, String> naming) {
        return message(place, problem, remedy, naming);
    }

    private static String message(
            Optional<Place> place, Phrase problem, Phrase remedy, Function<SettingValue, String> naming) {
        String where = place.map(known -> known + ": ").orElse("");
        String todo = remedy.isEmpty() ? "" : "; " + remedy.text(naming);
        return where + problem.text(naming) + todo;
    }

    /** A value as messages quote it: control characters escaped, long values cut, so that it stays one line. */
    public static String quote(String value) {
        StringBuilder text = new StringBuilder("\"");
        int limit = 40;
        for (int k = 0; k < value.length() && k < limit; k++) {
            char c = value.charAt(k);
            if (isHidden(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append(value.length() > limit ? "...\"" : "\"").toString();
    }

    private static boolean isHidden(char c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
