package lstm.csv;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Names of currencies as they stand beside amounts. */
final class Currencies {
    /** The longest first, so that {@code US$} is not taken for {@code $}. */
    private static final List<String> NAMES = Arrays.stream(
                    ("$ \u20ac \u00a3 \u00a5 \u20b9 \u20bd \u20a9 \u20ba \u20b4 \u20ab \u0e3f \u20aa \u20a6 \u20b1"
                                    + " \u00a2 \u20bf US$ R$ A$ C$ CA$ AU$ NZ$ HK$ S$ NT$ MX$ kr kr. Kr Kr. K\u010d z\u0142 Ft lei \u043b\u0432"
                                    + " Rs Rs. Fr Fr. SFr SFr. AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF"
                                    + " IDR ILS INR ISK JPY KRW KZT MXN MYR NGN NOK NZD PEN PHP PKR PLN RMB RON RSD RUB SAR SEK SGD"
                                    + " THB TRY TWD UAH USD VND ZAR BTC ETH USDT")
                            .split(" "))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private Currencies() {}

    /** The currency at the start of a text, or "". */
    static String startOf(String text) {
        return NAMES.stream()
                .filter(name -> text.startsWith(name) && !continues(text, name.length()))
                .findFirst()
                .orElse("");
    }

    /** The currency at the end of a text, or "". */
    static String endOf(String text) {
        return NAMES.stream()
                .filter(name -> text.endsWith(name) && !precedes(text, text.length() - name.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean continues(String text, int at) {
        return Character.isLetter(text.charAt(at - 1)) && at < text.length() && Character.isLetter(text.charAt(at));
    }

    /** Whether letters before belong to the same word; a suffix such as M does not. */
    private static boolean precedes(String text, int at) {
        return at > 0 && Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at - 1));
    }
}
