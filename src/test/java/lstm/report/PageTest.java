package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lstm.chart.Sample;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&</pre></svg>";

    private static String html(Page page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        page.write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Page page(String text) {
        Table table = new Table(List.of(text, "n"), List.of(Arrays.asList(text, 0.1 + 0.2), Arrays.asList("b", null)));
        return new Page(
                text,
                text,
                List.of(
                        new Section.Facts(text, List.of(new Section.Fact(text, text))),
                        new Section.Rows(text, table),
                        new Section.Folded(text, table),
                        new Section.Picture(Sample.comparison().withTitle(text)),
                        new Section.Typed(text, text)));
    }

    @Test
    void noTextBecomesMarkup() throws IOException {
        String html = html(page(HOSTILE));
        assertFalse(html.contains("<script") || html.contains("<img"), html);
        String plain = html(page("x"));
        assertEquals(plain.split("<", -1).length, html.split("<", -1).length, "the same tags whatever the text");
    }

    @Test
    void thePageNeedsAndAllowsNothingFromElsewhere() throws IOException {
        String html = html(page("x"));
        assertTrue(html.contains("default-src 'none'"), html);
        String without = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertFalse(without.contains("http:") || without.contains("https:") || without.contains("url("), html);
        assertTrue(html.contains("prefers-color-scheme:dark"), html);
    }

    @Test
    void numbersAreForPeople() throws IOException {
        assertTrue(html(page("x")).contains("<td>0.3</td>"));
    }

    @Test
    void aTableOfManyColumnsNamesEachValueForNarrowScreens() throws IOException {
        List<String> names = List.of("a", "b", "c", "d", "<e>");
        Table table = new Table(names, List.of(List.of("m", 1.23456, 3, 4, 5)));
        String html = html(new Page("x", "x", List.of(new Section.Rows("x", table))));
        assertTrue(html.contains("<table class=\"many\">"), html);
        assertTrue(html.contains("<td data-of=\"b\">1.235</td>"), "four digits");
        assertTrue(html.contains("<td data-of=\"&lt;e&gt;\">5</td>"), html);
        assertFalse(html(page("x")).contains("data-of=\"n\""), "two columns fit");
    }

    @Test
    void equalPagesAreEqualBytes() throws IOException {
        assertEquals(html(page("x")), html(page("x")));
    }
}
