package lstm.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lstm.chart.Markup;
import lstm.chart.SvgCanvas;
import lstm.text.NumberText;

/**
 * A report as one self-contained HTML page: style and charts are included, and its content security policy allows no
 * script and nothing from elsewhere. It is light or dark like the reader's system. Equal pages are equal bytes.
 *
 * @param title title of the page; plain text, like all text in it
 * @param lead first paragraph
 * @param sections sections from top to bottom
 */
public record Page(String title, String lead, List<Section> sections) {
    /** Tables of more columns than this do not fit a phone. */
    private static final int FEW = 4;

    private static final MathContext DIGITS = new MathContext(4);

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{margin:2rem auto;padding:0 1rem;max-width:47.5rem;font:1rem/1.5 sans-serif;color:#1a1a1a;background:#fff}
            h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
            h2{font-size:1.1rem;margin:2rem 0 .5rem}
            p{margin:0 0 1rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.25rem;margin:0}
            dt{color:#5a5a5a}
            dd{margin:0;overflow-wrap:anywhere}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{padding:.2rem .75rem;text-align:right;border-bottom:1px solid #d8d8d8}
            th.text,td.text{text-align:left}
            th:first-child,td:first-child{padding-left:0}
            svg{display:block;width:calc(100% + 2rem);height:auto;margin:1.5rem -1rem 0}
            pre{padding:.75rem 1rem;background:#f3f3f3;white-space:pre-wrap;overflow-wrap:anywhere}
            details{margin-top:1rem}
            summary{cursor:pointer}
            @media (max-width:30rem){
            .many,.many tbody{display:block}.many tr:first-child{display:none}
            .many tr{display:grid;grid-template-columns:repeat(3,1fr);padding:.4rem 0;border-bottom:1px solid #d8d8d8}
            .many td{border:0;padding:.1rem 0;text-align:left}.many td:first-child{grid-column:1/-1;font-weight:bold}
            .many td:not(:first-child)::before{content:attr(data-of) " ";color:#5a5a5a;font-size:.8rem}}
            @media (prefers-color-scheme:dark){
            body{color:#e8e8e8;background:#14171c}dt,.many td:not(:first-child)::before{color:#a6abb4}
            th,td,.many tr{border-color:#343a44}pre{background:#1e232b}}
            """;

    /** Copies the list. */
    public Page {
        sections = List.copyOf(sections);
    }

    /** Writes the page; does not close the stream. */
    public void write(OutputStream to) throws IOException {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'; img-src data:\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n")
                .append("<title>")
                .append(Markup.escape(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append(SvgCanvas.style())
                .append("\n</style>\n</head>\n<body>\n<h1>")
                .append(Markup.escape(title))
                .append("</h1>\n<p>")
                .append(Markup.escape(lead))
                .append("</p>\n");
        for (Section section : sections) {
            html.append(html(section));
        }
        html.append("</body>\n</html>\n");
        to.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String html(Section section) {
        String heading = Markup.escape(section.heading());
        String above = heading.isEmpty() ? "" : "<h2>" + heading + "</h2>\n";
        if (section instanceof Section.Facts facts) {
            StringBuilder lines = new StringBuilder(above + "<dl>\n");
            for (Section.Fact fact : facts.facts()) {
                lines.append("<dt>").append(Markup.escape(fact.about())).append("</dt><dd>");
                lines.append(Markup.escape(fact.value())).append("</dd>\n");
            }
            return lines + "</dl>\n";
        } else if (section instanceof Section.Rows rows) {
            return above + table(rows.table());
        } else if (section instanceof Section.Folded folded) {
            return "<details>\n<summary>" + heading + "</summary>\n" + table(folded.table()) + "</details>\n";
        } else if (section instanceof Section.Picture picture) {
            return SvgCanvas.inline(picture.figure());
        }
        return above + "<pre>" + Markup.escape(((Section.Typed) section).text()) + "</pre>\n";
    }

    /** A table; on a narrow screen each row of one with many columns becomes a block, its values named one by one. */
    private static String table(Table table) {
        boolean isMany = table.columns().size() > FEW;
        StringBuilder html =
                new StringBuilder("<div class=\"wide\"><table" + (isMany ? " class=\"many\"" : "") + ">\n<tr>");
        for (int k = 0; k < table.columns().size(); k++) {
            html.append(cell("th", Aligned.isText(table, k), table.columns().get(k)));
        }
        for (List<Object> row : table.rows()) {
            html.append("</tr>\n<tr>");
            for (int k = 0; k < row.size(); k++) {
                // The first cell is a heading there and needs no name.
                String named = isMany && k > 0
                        ? "td data-of=\"" + Markup.escape(table.columns().get(k)) + "\""
                        : "td";
                html.append(cell(named, Aligned.isText(table, k), text(row.get(k))));
            }
        }
        return html.append("</tr>\n</table></div>\n").toString();
    }

    private static String text(Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? NumberText.of(new BigDecimal(number).round(DIGITS).doubleValue())
                : Aligned.cell(value);
    }

    private static String cell(String tag, boolean text, String value) {
        String name = tag.substring(0, 2);
        return "<" + tag + (text ? " class=\"text\">" : ">") + Markup.escape(value) + "</" + name + ">";
    }
}
