package lstm.cli.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.file.BoundedFile;

/** Reads a file of options: YAML (of which JSON is a part) or Java properties, told apart by its name. */
public final class ConfigFile {
    private static final int MOST_BYTES = 1 << 20;

    private ConfigFile() {}

    /**
     * The entries of a file, in its order. Nothing in it is expanded, included or executed.
     *
     * @throws LstmException {@code USAGE} if the file is missing, unreadable, larger than 1 MiB, malformed, or names a
     *     key twice; the message names the line
     */
    public static List<ConfigEntry> read(Path file) throws LstmException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean properties = name.endsWith(".properties");
        if (!properties && !name.matches(".*\\.(ya?ml|json)")) {
            throw LstmException.usage("is not a known form of configuration file")
                    .remedy("name it .yaml, .json or .properties")
                    .in(file);
        }
        String text = text(BoundedFile.read(file, MOST_BYTES, Kind.USAGE), file.toString());
        List<ConfigEntry> entries =
                properties ? PropertiesConfig.read(text, file.toString()) : YamlConfig.read(text, file.toString());
        checkOnce(entries);
        return entries;
    }

    /** Bytes that must be UTF-8; a byte order mark is left out. */
    static String text(byte[] bytes, String file) throws LstmException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw LstmException.usage("is not UTF-8").remedy("save it as UTF-8").in(file);
        }
    }

    private static void checkOnce(List<ConfigEntry> entries) throws LstmException {
        Map<String, ConfigEntry> first = new HashMap<>();
        for (ConfigEntry entry : entries) {
            ConfigEntry earlier = first.putIfAbsent(entry.key(), entry);
            if (earlier != null) {
                throw LstmException.usage(
                                "key ", LstmException.quote(entry.key()), " is already given at ", earlier.place())
                        .remedy("remove one of them")
                        .at(entry.place());
            }
        }
    }
}
