package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lstm.cli.help.Roff;
import lstm.cli.terminal.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManTest {
    private static final List<String> COMMANDS =
            List.of("train", "predict", "evaluate", "tune", "update", "inspect", "batch");

    @TempDir
    Path directory;

    private static String page() {
        Cli run = Cli.run("man").succeeds();
        assertEquals("", run.err());
        return run.out();
    }

    @Test
    void everyLineThatBeginsWithAPointIsACommandOfMan() {
        List<String> macros = List.of(".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", ".nh", ".ad");
        page().lines()
                .filter(line -> line.startsWith(".") || line.startsWith("'"))
                .forEach(line -> assertTrue(macros.contains(line.split(" ")[0]), line));
        assertTrue(page().chars().allMatch(c -> c < 128), "not in the letters that every man program shows");
        assertFalse(page().contains("${"), "a variable is left");
    }

    @Test
    void textCannotBecomeACommand() {
        Roff roff = new Roff();
        roff.text(".so /etc/passwd");
        roff.text("'x \\n(.x --y \"z\"");
        roff.item("a \"b\"", "-c");
        assertEquals(
                "\\&.so /etc/passwd\n.PP\n\\(aqx \\en(.x \\-\\-y \"z\"\n.PP\n.TP\n.B \"a \\(dqb\\(dq\"\n\\-c\n",
                roff.toString());
    }

    @Test
    void manShowsEveryCommandOptionAndExitCode() throws Exception {
        Path page = Files.writeString(directory.resolve("lstm.1"), page());
        String man = Files.isExecutable(Path.of("/usr/bin/man")) ? "/usr/bin/man" : "";
        Assumptions.assumeFalse(man.isEmpty(), "there is no man(1)");
        Child.Ended ended = Child.run(
                directory,
                Map.of("MANWIDTH", "80", "LC_ALL", "C.UTF-8", "MANPAGER", "cat", "GROFF_NO_SGR", "1", "MANOPT", ""),
                List.of("sh", "-c", "man -l \"$1\" | col -bx", "sh", page));
        Assumptions.assumeTrue(
                ended.code() == 0 && !ended.out().isEmpty(), "man(1) does not work here: " + ended.err());
        String text = ended.out();
        assertEquals("", ended.err());
        for (String command : COMMANDS) {
            assertTrue(text.contains("\n   lstm " + command + "\n"), command);
        }
        String help =
                COMMANDS.stream().map(name -> Cli.run(name, "--help").out()).collect(Collectors.joining());
        help.lines()
                .filter(line -> line.matches(" {2}(-\\w,| {3}) --[a-z].*"))
                .map(line -> line.strip().split("[= ]+(?!--)")[0])
                .forEach(option -> assertTrue(text.contains("\n       " + option), option + "\n" + text));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    text.matches("(?s).*\n       " + code.code() + " +\\Q" + code.meaning() + "\\E.*"), code.meaning());
        }
        assertTrue(text.contains("lstm train prices.csv --cell gru --units 32 --patience 10 --force\n"), text);
    }

    @Test
    void groffHasNothingToWarnOf() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "there is no groff(1)");
        Path page = Files.writeString(directory.resolve("lstm.1"), page());
        Child.Ended ended = Child.run(directory, "groff", "-man", "-Tascii", "-ww", page);
        assertEquals(0, ended.code());
        assertEquals("", ended.err());
    }
}
