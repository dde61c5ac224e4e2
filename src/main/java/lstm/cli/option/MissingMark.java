package lstm.cli.option;

import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number that stands for a missing value.
 *
 * @param text as the user typed it
 * @param value empty for {@code none}
 */
record MissingMark(String text, OptionalDouble value) {
    /** Reads a number or {@code none}. */
    static final class Reader implements ITypeConverter<MissingMark> {
        @Override
        public MissingMark convert(String text) {
            if (text.equals("none")) {
                return new MissingMark(text, OptionalDouble.empty());
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return new MissingMark(text, OptionalDouble.of(value));
                }
            } catch (NumberFormatException e) {
                // Refused below, as a number that is not finite.
            }
            throw new TypeConversionException("'" + text + "' is not a number; use for example -999, or none");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
