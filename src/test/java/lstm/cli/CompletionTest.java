package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts, run by the shells themselves where they are installed. */
class CompletionTest {
    private static final Set<String> CELLS =
            Set.of("lstm", "peephole", "coupled", "gru", "gru-original", "rnn", "slstm", "min-gru");
    private static final Set<String> SHELLS = Set.of("bash", "zsh", "fish");

    @TempDir
    Path directory;

    private Path script(String shell) throws IOException {
        Cli run = Cli.run("completion", shell).succeeds();
        assertEquals("", run.err());
        return Files.writeString(directory.resolve("lstm." + shell), run.out());
    }

    /** Words that a program prints, without what stands behind a tab. */
    private Set<String> words(Object... command) throws Exception {
        Child.Ended ended = Child.run(directory, Map.of("HOME", directory.toString()), List.of(command));
        assertEquals(0, ended.code(), ended.err());
        Set<String> words = new TreeSet<>();
        ended.out()
                .lines()
                .forEach(line ->
                        words.addAll(Arrays.asList(line.split("\t")[0].strip().split(" +"))));
        words.remove("");
        return words;
    }

    private Set<String> inBash(String... words) throws Exception {
        String line = "source " + script("bash") + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_lstm 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        return words("bash", "-c", line);
    }

    @Test
    void bashCompletesCommandsOptionsAndValues() throws Exception {
        assertEquals(Set.of("train"), inBash("lstm", "tr"));
        assertTrue(inBash("lstm", "''").containsAll(Set.of("train", "predict", "batch", "completion")));
        assertEquals(Set.of("--learning-rate"), inBash("lstm", "train", "--lear"));
        assertEquals(CELLS, inBash("lstm", "train", "--cell", "''"));
        assertEquals(Set.of("interpolate"), inBash("lstm", "batch", "--missing", "i"));
        assertEquals(SHELLS, inBash("lstm", "completion", "''"));
    }

    @Test
    void zshTakesTheScript() throws Exception {
        Assumptions.assumeTrue(isInstalled("zsh"), "zsh is not installed");
        String line = "autoload -U compinit; compinit -u -D; source " + script("zsh") + "; echo $_comps[lstm]";
        assertTrue(words("zsh", "-f", "-c", line).contains("_complete_lstm"));
    }

    @Test
    void fishCompletesCommandsOptionsAndValues() throws Exception {
        Assumptions.assumeTrue(isInstalled("fish"), "fish is not installed");
        assertTrue(inFish("lstm ").containsAll(Set.of("train", "predict", "batch", "completion")));
        assertEquals(Set.of("--learning-rate"), inFish("lstm train --lear"));
        assertEquals(CELLS, inFish("lstm train --cell "));
        assertEquals(SHELLS, inFish("lstm completion "));
    }

    private Set<String> inFish(String line) throws Exception {
        return words("fish", "-N", "-c", "source " + script("fish") + "; complete -C '" + line + "'");
    }

    @Test
    void theScriptForFishHasEveryOptionOfEveryCommand() throws Exception {
        String script = Files.readString(script("fish"));
        for (String command : List.of("train", "predict", "evaluate", "tune", "update", "inspect", "batch")) {
            String help = Cli.run(command, "--help").out();
            help.substring(help.indexOf("Usage:"))
                    .lines()
                    .filter(line -> line.matches(" {2}(-\\w,| {3}) --[a-z].*"))
                    .map(line -> line.replaceFirst("^ +(-\\w, )? *--([a-z-]+).*", "$2"))
                    .forEach(option -> assertTrue(
                            script.contains("__fish_seen_subcommand_from " + command + "' -l " + option + " "),
                            command + " --" + option));
        }
    }

    private static boolean isInstalled(String shell) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }

    @Test
    void anotherShellIsRefused() {
        Cli run = Cli.run("completion", "csh");
        assertEquals(2, run.code());
        assertTrue(
                run.err().startsWith("lstm: invalid value for positional parameter at index 0 (SHELL): 'csh' is not"),
                run.err());
    }
}
