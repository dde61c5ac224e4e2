package lstm.csv;

import java.util.Map;
import java.util.Set;

/** Words behind numbers: units and suffixes that multiply. */
final class Units {
    private static final int LONGEST = 12;

    /** These make a time, not a number. */
    private static final Set<String> TIMES = Set.of("am", "pm", "AM", "PM");

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("K", 3),
            Map.entry("k", 3),
            Map.entry("Tsd", 3),
            Map.entry("Tsd.", 3),
            Map.entry("thousand", 3),
            Map.entry("M", 6),
            Map.entry("MM", 6),
            Map.entry("Mn", 6),
            Map.entry("mn", 6),
            Map.entry("Mio", 6),
            Map.entry("Mio.", 6),
            Map.entry("mln", 6),
            Map.entry("million", 6),
            Map.entry("B", 9),
            Map.entry("Bn", 9),
            Map.entry("bn", 9),
            Map.entry("Mrd", 9),
            Map.entry("Mrd.", 9),
            Map.entry("billion", 9));

    private Units() {}

    /** The word at the end of a text, or "". */
    static String endOf(String text) {
        int start = text.length();
        while (start > 0 && isPart(text, start - 1)) {
            start--;
        }
        String word = text.substring(start);
        return word.length() > LONGEST || TIMES.contains(word) ? "" : word;
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        // "m2" and "m3/s" are units.
        boolean power = (c == '2' || c == '3') && at > 0 && text.charAt(at - 1) == 'm';
        boolean abbreviated = c == '.' && at == text.length() - 1 && at > 0 && Character.isLetter(text.charAt(at - 1));
        return power || abbreviated || Character.isLetter(c) || "\u00b0\u00b2\u00b3\u2030/\"'\u00b7".indexOf(c) >= 0;
    }

    /**
     * The power of ten that a word stands for, 0 if it is a unit.
     *
     * @param spaced whether a space is before it: 273 K are Kelvin
     * @param money whether the number has a currency: $2m are two millions, 2m are meters
     */
    static int exponent(String word, boolean spaced, boolean money) {
        if (spaced && !money && word.equalsIgnoreCase("k")) {
            return 0;
        } else if (money && word.equals("m")) {
            return POWERS.get("M");
        } else if (money && word.equals("b")) {
            return POWERS.get("B");
        }
        return POWERS.getOrDefault(word, 0);
    }
}
