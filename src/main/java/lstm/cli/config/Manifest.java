package lstm.cli.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The list of files of a batch: CSV with a header, or NDJSON with one flat object a line. A column {@code file} names
 * the file; all others are for the reader's caller to understand.
 */
public final class Manifest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .get();

    private Manifest() {}

    /** Whether text that begins so is a manifest: a JSON object, or a CSV header with a column {@code file}. */
    public static boolean isOne(String beginning) {
        String first = beginning.stripLeading();
        return first.startsWith("{")
                || first.lines()
                        .limit(1)
                        .anyMatch(header -> header.matches("(?:.*,)?\\s*\"?" + ManifestRow.FILE + "\"?\\s*(?:,.*)?"));
    }

    /**
     * Reads a manifest.
     *
     * @param bytes its text in UTF-8
     * @param name of it, for messages
     * @return at least one row, each with a cell {@code file}
     * @throws LstmException {@code USAGE} if it is malformed or empty; the message names the line
     */
    public static List<ManifestRow> read(byte[] bytes, String name) throws LstmException {
        String text = ConfigFile.text(bytes, name);
        List<ManifestRow> rows = text.stripLeading().startsWith("{") ? ndjson(text, name) : csv(text, name);
        if (rows.isEmpty()) {
            throw new LstmException(Kind.USAGE, name + ": names no file; add a row for each");
        }
        for (ManifestRow row : rows) {
            if (!row.cells().containsKey(ManifestRow.FILE)) {
                throw new LstmException(
                        Kind.USAGE, row.place() + ": names no file; give one in a column \"" + ManifestRow.FILE + "\"");
            }
        }
        return rows;
    }

    private static List<ManifestRow> csv(String text, String name) throws LstmException {
        List<ManifestRow> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSV)) {
            line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord cells : parser) {
                String place = name + ":" + line;
                if (!cells.isConsistent()) {
                    throw new LstmException(
                            Kind.USAGE,
                            place + ": has " + cells.size() + " fields and not "
                                    + parser.getHeaderNames().size() + "; mend that line");
                }
                Map<String, String> filled = new LinkedHashMap<>(cells.toMap());
                filled.values().removeIf(String::isEmpty);
                rows.add(new ManifestRow(filled, place));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalArgumentException e) {
            throw new LstmException(
                    Kind.USAGE, name + ":1: has a header with an empty or a double name; name each column once");
        } catch (UncheckedIOException | CSVException e) {
            throw new LstmException(Kind.USAGE, name + ":" + line + ": is malformed; check the quotes in that line");
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
        return rows;
    }

    private static List<ManifestRow> ndjson(String text, String name) throws LstmException {
        List<ManifestRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\r?\\n")) {
            number++;
            if (!line.isBlank()) {
                rows.add(new ManifestRow(object(line, name + ":" + number), name + ":" + number));
            }
        }
        return rows;
    }

    private static Map<String, String> object(String line, String place) throws LstmException {
        Map<String, String> cells = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            boolean flat = parser.nextToken() == JsonToken.START_OBJECT;
            while (flat && parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                flat = parser.nextToken().isScalarValue();
                if (flat && parser.currentToken() != JsonToken.VALUE_NULL) {
                    cells.put(key, parser.getText());
                }
            }
            if (!flat || parser.nextToken() != null) {
                throw new LstmException(
                        Kind.USAGE, place + ": is not one flat JSON object; write {\"file\": \"...\"} on a line");
            }
        } catch (JsonProcessingException e) {
            throw new LstmException(
                    Kind.USAGE,
                    place + ": is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " ") + "; mend that line");
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
        return cells;
    }
}
