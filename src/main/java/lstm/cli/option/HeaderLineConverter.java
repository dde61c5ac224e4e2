package lstm.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a line. */
final class HeaderLineConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int line = Integer.parseInt(text);
            if (line >= 1) {
                return line;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a line that cannot be.
        }
        throw new TypeConversionException("'" + text + "' is not the number of a line; the first is 1");
    }
}
