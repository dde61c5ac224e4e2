package lstm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.cli.config.OptionNames;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.error.Setting;
import lstm.file.Disk;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SettingNamesTest {
    private static List<Field> constants() {
        return Arrays.stream(Setting.class.getFields())
                .filter(field -> field.getType() == Setting.class)
                .toList();
    }

    private static String name(Field constant) throws IllegalAccessException {
        return ((Setting) constant.get(null)).name();
    }

    private static CommandLine program() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        PrintStream errors = new PrintStream(nowhere, true, UTF_8);
        SignalHandler signal = new SignalHandler();
        Console console = new Console(
                InputStream.nullInputStream(),
                nowhere,
                errors,
                false,
                false,
                false,
                signal,
                Map.of(),
                Disk.LOCAL,
                () -> 0);
        return new RootCommand(console).commands(CommandRegistry.names());
    }

    @Test
    void everySettingIsAnOptionOfSomeCommand() throws Exception {
        Set<String> options = program().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(OptionNames::key)
                .collect(Collectors.toSet());
        assertTrue(constants().size() > 50, "few settings were found");
        for (Field constant : constants()) {
            assertTrue(options.contains(name(constant)), "no command has --" + name(constant));
        }
    }

    @Test
    void everySettingIsCalledByItsName() throws Exception {
        for (Field constant : constants()) {
            assertEquals(constant.getName().toLowerCase(Locale.ROOT).replace('_', '-'), name(constant));
        }
    }
}
