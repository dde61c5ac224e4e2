package lstm.error;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Half a sentence of a failure. Settings in it are kept as such, so that each front door writes them in its own way:
 * the command line as options.
 *
 * @param parts texts and {@link SettingValue}s, in order
 */
public record Phrase(List<Object> parts) {
    /** Nothing. */
    public static final Phrase NONE = new Phrase(List.of());

    /** Copies the list. */
    public Phrase {
        parts = List.copyOf(parts);
    }

    /**
     * A phrase of parts.
     *
     * @param parts each a {@link Setting}, a {@link SettingValue}, a {@link Phrase}, or anything else for its text
     */
    public static Phrase of(Object... parts) {
        return new Phrase(Arrays.stream(parts).flatMap(Phrase::part).toList());
    }

    private static Stream<Object> part(Object part) {
        if (part instanceof Phrase phrase) {
            return phrase.parts.stream();
        } else if (part instanceof Setting setting) {
            return Stream.of(new SettingValue(setting, ""));
        }
        return Stream.of(part instanceof SettingValue ? part : String.valueOf(part));
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The settings that it names, in order. */
    public Stream<SettingValue> settings() {
        return parts.stream().filter(SettingValue.class::isInstance).map(SettingValue.class::cast);
    }

    /** Its text, with settings written by a naming. */
    public String text(Function<SettingValue, String> naming) {
        return parts.stream()
                .map(part -> part instanceof SettingValue value ? naming.apply(value) : (String) part)
                .collect(Collectors.joining());
    }

    /** Its text, with settings written as {@link SettingValue#toString} does. */
    @Override
    public String toString() {
        return text(SettingValue::toString);
    }
}
