package lstm.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers as Java does, but none as an infinity that the user did not write. */
public final class FiniteConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
        if (Double.isInfinite(value) && !text.contains("Infinity")) {
            throw new TypeConversionException("'" + text + "' is beyond what a number can be, 1.8e308");
        }
        return value;
    }
}
