package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import lstm.file.Sha256;
import lstm.series.SeriesKey;

/**
 * The name of a file of one series of a table: the values of its key, joined by underscores. Other characters than
 * letters, digits, spaces, points and hyphens are escaped as in addresses, so that no two keys have one name.
 */
final class SeriesFileName {
    /** File systems take 255 bytes; some are left for the endings and for files that are being written. */
    private static final int MOST_BYTES = 160;

    private static final int HASH = 16;

    private SeriesFileName() {}

    static String of(SeriesKey key) {
        String name = key.values().stream().map(SeriesFileName::escaped).collect(Collectors.joining("_"));
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return name;
        }
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return name.substring(0, end) + "~" + Sha256.end(digest).substring(0, HASH);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            boolean first = text.length() == 0;
            if (Character.isLetterOrDigit(c) || c == '-' && !first || c == '.' && !first || c == ' ' && !first) {
                text.appendCodePoint(c);
            } else {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
                }
            }
        });
        return text.toString();
    }
}
