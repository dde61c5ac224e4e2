package lstm.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of the values of an enum by the name that it prints as, in any case. */
public record EnumConverter<E extends Enum<E>>(E[] values) implements ITypeConverter<E> {
    @Override
    public E convert(String text) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "))));
    }
}
