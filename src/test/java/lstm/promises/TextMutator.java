package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes texts that are wrong in one place or more, or in their bytes, of good ones and the pieces they are made of. */
class TextMutator {
    private final Random random;
    private final List<String> pieces;
    private final List<String> wholes;

    TextMutator(Random random, List<String> pieces, List<String> wholes) {
        this.random = random;
        this.pieces = pieces;
        this.wholes = wholes;
    }

    final byte[] next() {
        StringBuilder text = new StringBuilder(any(wholes));
        for (int k = 0; k == 0 || random.nextInt(3) == 0; k++) {
            int at = random.nextInt(4) == 0 ? 0 : random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, any(pieces));
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
