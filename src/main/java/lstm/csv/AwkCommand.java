package lstm.csv;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lstm.text.ShellQuote;

/**
 * Commands that make a file with one series out of a CSV with several. They split lines at every delimiter, so that
 * they suit only files in which no quoted field holds one where they count fields.
 */
final class AwkCommand {
    private AwkCommand() {}

    /** The header and all rows that hold these texts, by the number of the column from 1. */
    static String rowsWith(String source, char delimiter, long headerLine, Map<Integer, String> cells) {
        String same = cells.entrySet().stream()
                .map(cell -> "f(" + cell.getKey() + ")==\"" + cell.getValue() + "\"")
                .collect(Collectors.joining("&&"));
        String program = "function f(n,k){k=$n;gsub(/[\"\\r]|^ +| +$/,\"\",k);return k}NR<=" + headerLine + "||" + same;
        return command(source, delimiter, program, String.join("-", cells.values()));
    }

    /** All lines above one. */
    static String above(String source, long line) {
        return command(source, ',', "NR<" + line, "above-" + line);
    }

    /**
     * A row as a column beside the dates of the header.
     *
     * @param line of the row
     * @param dates number of dates in the header, side by side
     * @param behind number of columns behind the dates
     */
    static String transposed(String source, char delimiter, long headerLine, long line, int dates, int behind) {
        String program = "{gsub(/[\"\\r]| *\\[YR[0-9]+\\]/,\"\")}NR==" + headerLine + "{n=split($0,d,FS)}NR==" + line
                + "{m=split($0,v,FS);print \"date\" FS \"value\";for(i=" + (dates + behind) + ";i>" + behind
                + ";i--)print d[n+1-i] FS v[m+1-i]}";
        return command(source, delimiter, program, "line-" + line);
    }

    private static String command(String source, char delimiter, String program, String name) {
        String separator = delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
        String awk = "awk -F" + ShellQuote.quote(separator) + " '" + program + "'";
        String suffix = name.replaceAll("[^A-Za-z0-9]+", "-");
        String target = source.replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-" + suffix + ".csv";
        String file = ShellQuote.quote(source.startsWith("-") ? "./" + source : source);
        String written = ShellQuote.quote(target.startsWith("-") ? "./" + target : target);
        if (source.equals("stdin")) {
            return awk + " > " + written;
        } else if (source.endsWith(".gz")) {
            return "gzip -dc " + file + " | " + awk + " > " + written;
        }
        return awk + " " + file + " > " + written;
    }

    /** Whether a text can stand in such a command. */
    static boolean isPlain(String text) {
        return text.matches("[\\p{L}\\p{N} .,:;/+_#&()-]{1,40}") && !text.isBlank();
    }

    /** Whether no cell of these columns holds a delimiter or the end of a line. */
    static boolean splits(List<Row> rows, char delimiter, int fromColumn, int toColumn) {
        return rows.stream()
                .flatMap(row -> row.cells().subList(fromColumn, toColumn).stream())
                .allMatch(cell -> cell.indexOf(delimiter) < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0);
    }
}
