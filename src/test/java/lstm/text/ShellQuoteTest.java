package lstm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuoteTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain.json", "two words", "it's", "$HOME `id` \"x\" \\", "a;b|c&d", "", "*", "~"})
    void aQuotedWordIsOneWordToTheShell(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf '<%s>' " + ShellQuote.quote(word)).start();
        assertEquals("<" + word + ">", new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, shell.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"close\u202e", "\u001b[2J", "it's\\\u0007", "a\nb"})
    void aWordThatWouldNotShowIsWrittenWithNumbersWhichBashReads(String word) throws Exception {
        String quoted = ShellQuote.quote(word);
        assertEquals(quoted, PrintableText.of(quoted));
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", "printf '<%s>' " + quoted);
        bash.environment().put("LC_ALL", "C.UTF-8");
        Process shell = bash.start();
        assertEquals("<" + word + ">", new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
