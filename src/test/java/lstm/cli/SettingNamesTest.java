package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.cli.config.OptionNames;
import lstm.cli.terminal.Console;
import lstm.error.Setting;
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
        return new RootCommand(Console.unattended()).commands(CommandRegistry.names());
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
