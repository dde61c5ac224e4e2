package lstm.cli.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import lstm.error.LstmException;
import lstm.error.Place;

/**
 * Java properties. {@link Properties} reads them but does not say from which line, so it is given one logical line at a
 * time.
 */
final class PropertiesConfig {
    private PropertiesConfig() {}

    static List<ConfigEntry> read(String text, String file) throws LstmException {
        List<ConfigEntry> entries = new ArrayList<>();
        String[] lines = text.split("\\r\\n|\\r|\\n", -1);
        for (int k = 0; k < lines.length; k++) {
            Place place = Place.of(file).line(k + 1);
            StringBuilder logical = new StringBuilder(lines[k]);
            while (goesOn(lines[k]) && !isComment(logical) && k + 1 < lines.length) {
                logical.setLength(logical.length() - 1);
                k++;
                logical.append(lines[k].stripLeading());
            }
            if (!logical.toString().isBlank() && !isComment(logical)) {
                entries.add(entry(logical.toString(), place));
            }
        }
        return entries;
    }

    private static boolean isComment(StringBuilder line) {
        String start = line.toString().stripLeading();
        return start.startsWith("#") || start.startsWith("!");
    }

    /** Whether a line ends in an unescaped backslash. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static ConfigEntry entry(String line, Place place) throws LstmException {
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IllegalArgumentException e) {
            throw LstmException.usage("has a malformed \\u escape")
                    .remedy("write four hexadecimal digits")
                    .at(place);
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
        String key = one.stringPropertyNames().iterator().next();
        String value = one.getProperty(key).strip();
        if (value.isEmpty()) {
            throw LstmException.usage("key ", LstmException.quote(key), " has no value")
                    .remedy("write NAME = VALUE")
                    .at(place);
        }
        return new ConfigEntry(key, value, place);
    }
}
