package lstm.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.file.BoundedFile;
import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** Reads a file of options: YAML (of which JSON is a part) or Java properties, told apart by its name. */
public final class ConfigFile {
    private static final int MOST_BYTES = 1 << 20;

    private ConfigFile() {}

    /**
     * The entries of a file, in its order. Nothing in it is expanded, included or executed.
     *
     * @throws UserException {@code USAGE} if the file is missing, unreadable, larger than 1 MiB, malformed, or names a
     *     key twice; the message names the line
     */
    public static List<Entry> read(Path file) throws UserException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean properties = name.endsWith(".properties");
        if (!properties && !name.matches(".*\\.(ya?ml|json)")) {
            throw UserException.in(Kind.USAGE, file, "its form is not known; name it .yaml, .json or .properties");
        }
        String text = text(BoundedFile.read(file, MOST_BYTES, Kind.USAGE), file.toString());
        List<Entry> entries =
                properties ? PropertiesForm.read(text, file.toString()) : YamlForm.read(text, file.toString());
        checkOnce(entries);
        return entries;
    }

    /** Bytes that must be UTF-8; a byte order mark is left out. */
    static String text(byte[] bytes, String file) throws UserException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UserException(Kind.USAGE, file + ": is not UTF-8; save it as UTF-8");
        }
    }

    private static void checkOnce(List<Entry> entries) throws UserException {
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : entries) {
            Entry earlier = first.putIfAbsent(entry.key(), entry);
            if (earlier != null) {
                throw new UserException(
                        Kind.USAGE,
                        entry.place() + ": key " + UserException.quote(entry.key()) + " stands at " + earlier.place()
                                + " already; remove one of them");
            }
        }
    }
}
