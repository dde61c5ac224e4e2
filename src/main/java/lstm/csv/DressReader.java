package lstm.csv;

/** Takes a cell apart from both ends until only a number is left: signs, brackets, currencies, units and suffixes. */
final class DressReader {
    private static final String MINUS = "-\u2212\u2013\u2010\u2011\u2012\ufe63\uff0d";
    private static final String SPACES = " \u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u3000\t";
    private static final String APOSTROPHES = "'\u2019\u02bc\u2018";

    private String rest;
    private boolean signed;
    private boolean negative;
    private boolean odd;
    private boolean bound;
    private String unit = "";
    private boolean currency;
    private boolean spaced;
    private int exponent;

    DressReader(String text) {
        rest = text;
    }

    /** The number, or null if there is none. */
    NumberCell read() {
        trim();
        while (!rest.isEmpty() && !isDigit(rest.charAt(0)) && !startsWithFraction()) {
            if (!peelFront()) {
                return null;
            }
            trim();
        }
        while (!rest.isEmpty() && !isDigit(rest.charAt(rest.length() - 1)) && !endsWithPoint()) {
            spaced = false;
            if (!peelBack()) {
                return null;
            }
            trimEnd();
        }
        String digits = digits();
        return digits == null ? null : new NumberCell(digits, unit, currency, exponent, bound, odd);
    }

    private boolean peelFront() {
        char first = rest.charAt(0);
        if (first == '(' && rest.indexOf(')') > 0 && rest.indexOf(')') == rest.lastIndexOf(')')) {
            rest = rest.substring(1).replace(")", "");
            return sign(true, true);
        } else if (MINUS.indexOf(first) >= 0 || first == '+') {
            rest = rest.substring(1);
            return sign(first != '+', false);
        } else if ("<>\u2264\u2265".indexOf(first) >= 0) {
            rest = rest.substring(rest.startsWith("=", 1) ? 2 : 1);
            boolean second = bound;
            bound = true;
            return !second;
        } else if (first == '%') {
            rest = rest.substring(1);
            return unit("%", false);
        }
        String name = Currencies.startOf(rest);
        rest = rest.substring(name.length());
        return !name.isEmpty() && unit(name, true);
    }

    private boolean peelBack() {
        char last = rest.charAt(rest.length() - 1);
        if (MINUS.indexOf(last) >= 0 || last == '+') {
            rest = rest.substring(0, rest.length() - 1);
            // "48.-" is a price without cents.
            return !endsWithPoint() && !rest.endsWith(",") && sign(last != '+', last != '+');
        } else if (last == '%') {
            rest = rest.substring(0, rest.length() - 1);
            return unit("%", false);
        }
        String name = Currencies.endOf(rest);
        if (!name.isEmpty()) {
            rest = rest.substring(0, rest.length() - name.length());
            return unit(name, true);
        }
        String word = Units.endOf(rest);
        rest = rest.substring(0, rest.length() - word.length());
        int end = rest.length();
        trimEnd();
        spaced = rest.length() < end;
        return !word.isEmpty() && word(word);
    }

    /** A word behind the number: a suffix such as K, or a unit. */
    private boolean word(String word) {
        int power = Units.exponent(word, spaced, currency);
        if (power == 0) {
            return exponent == 0 && unit(word, false);
        }
        boolean second = exponent != 0 || !unit.isEmpty() && !currency;
        exponent = power;
        return !second;
    }

    private boolean sign(boolean minus, boolean unusual) {
        boolean second = signed;
        signed = true;
        negative = minus;
        odd = unusual;
        return !second;
    }

    private boolean unit(String name, boolean money) {
        boolean second = !unit.isEmpty();
        unit = name;
        currency = money;
        return !second;
    }

    /** What is left as plain characters, or null if that is no number. */
    private String digits() {
        StringBuilder digits = new StringBuilder(negative ? "-" : "");
        char separator = 0;
        for (int k = 0; k < rest.length(); k++) {
            char c = rest.charAt(k);
            char plain = SPACES.indexOf(c) >= 0 ? ' ' : APOSTROPHES.indexOf(c) >= 0 ? '\'' : c;
            if (plain == ' ' || plain == '\'' || plain == '_') {
                if (separator != 0 && separator != plain) {
                    return null;
                }
                separator = plain;
            } else if (!isDigit(plain) && ".,eE+-".indexOf(plain) < 0) {
                return null;
            }
            digits.append(plain);
        }
        return rest.isEmpty() ? null : digits.toString();
    }

    private boolean startsWithFraction() {
        return rest.length() > 1 && ".,".indexOf(rest.charAt(0)) >= 0 && isDigit(rest.charAt(1));
    }

    /** A number may end with its decimal point: {@code 5.} */
    private boolean endsWithPoint() {
        return rest.endsWith(".") && rest.length() > 1 && isDigit(rest.charAt(rest.length() - 2));
    }

    private void trim() {
        int start = 0;
        while (start < rest.length() && SPACES.indexOf(rest.charAt(start)) >= 0) {
            start++;
        }
        rest = rest.substring(start);
        trimEnd();
    }

    private void trimEnd() {
        int end = rest.length();
        while (end > 0 && SPACES.indexOf(rest.charAt(end - 1)) >= 0) {
            end--;
        }
        rest = rest.substring(0, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
