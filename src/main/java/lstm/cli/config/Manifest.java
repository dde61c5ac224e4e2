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
import lstm.error.Place;
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

    /**
     * Whether a text that starts like this is a manifest: a JSON object, or a CSV header with a column {@code file}.
     */
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
     * @param name of the manifest, for messages
     * @return at least one row, each with a cell {@code file}
     * @throws LstmException {@code USAGE} if it is malformed or empty; the message names the line
     */
    public static List<ManifestRow> read(byte[] bytes, String name) throws LstmException {
        String text = ConfigFile.text(bytes, name);
        List<ManifestRow> rows = text.stripLeading().startsWith("{") ? ndjson(text, name) : csv(text, name);
        if (rows.isEmpty()) {
            throw LstmException.usage("names no file")
                    .remedy("add a row for each file")
                    .in(name);
        }
        for (ManifestRow row : rows) {
            if (!row.cells().containsKey(ManifestRow.FILE)) {
                throw LstmException.usage("names no file")
                        .remedy("give one in a column \"", ManifestRow.FILE, "\"")
                        .at(row.place());
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
                Place place = Place.of(name).line(line);
                if (!cells.isConsistent()) {
                    throw LstmException.usage(
                                    "has ",
                                    cells.size(),
                                    cells.size() == 1 ? " field" : " fields",
                                    " where the header has ",
                                    parser.getHeaderNames().size())
                            .remedy("add or remove fields")
                            .at(place);
                }
                Map<String, String> filled = new LinkedHashMap<>(cells.toMap());
                filled.values().removeIf(String::isEmpty);
                rows.add(new ManifestRow(filled, place));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalArgumentException e) {
            throw LstmException.usage("has a header with an empty or duplicate name")
                    .remedy("name each column once")
                    .at(Place.of(name).line(1));
        } catch (UncheckedIOException | CSVException e) {
            throw LstmException.usage("is malformed")
                    .remedy("check the quotes in that line")
                    .at(Place.of(name).line(line));
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
                Place place = Place.of(name).line(number);
                rows.add(new ManifestRow(object(line, place), place));
            }
        }
        return rows;
    }

    private static Map<String, String> object(String line, Place place) throws LstmException {
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
                throw LstmException.usage("is not one flat JSON object")
                        .remedy("write {\"file\": \"...\"} on a line")
                        .at(place);
            }
        } catch (JsonProcessingException e) {
            throw LstmException.usage("is not JSON: ", e.getOriginalMessage().replaceAll("\\s+", " "))
                    .remedy("fix that line")
                    .at(place)
                    .because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
        return cells;
    }
}
