package lstm.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The name with the fewest letters to change, if that is at most a third of them (or two, or one of three); case is
     * ignored.
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        String best = null;
        int most = typed.length() < 4 ? 1 : Math.max(2, Math.min(typed.length(), 60) / 3);
        int least = most + 1;
        for (String name : names) {
            if (Math.abs(name.length() - typed.length()) < least) {
                int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
