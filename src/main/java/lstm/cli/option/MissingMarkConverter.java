package lstm.cli.option;

import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number that stands for a missing value, or {@code none}. */
final class MissingMarkConverter implements ITypeConverter<OptionalDouble> {
    @Override
    public OptionalDouble convert(String text) {
        if (text.equals("none")) {
            return OptionalDouble.empty();
        }
        try {
            double mark = Double.parseDouble(text);
            if (Double.isFinite(mark)) {
                return OptionalDouble.of(mark);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is not finite.
        }
        throw new TypeConversionException("'" + text + "' is not a number; use for example -999, or none");
    }
}
