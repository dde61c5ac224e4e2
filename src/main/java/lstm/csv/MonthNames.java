package lstm.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of months and days of the week in English, German, French, Spanish and Italian, in full and abbreviated. */
final class MonthNames {
    /** By month. The names stand here, because those of the JDK differ from release to release. */
    private static final List<String> NAMES = List.of(
            "january jan januar jänner jän janvier janv enero ene gennaio gen",
            "february feb februar feber février fevrier févr fevr fév fev febrero febbraio",
            "march mar märz maerz mär mrz mars marzo",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag",
            "june jun juni juin junio giugno giu",
            "july jul juli juillet juil julio luglio lug",
            "august aug août aout aoû agosto ago",
            "september sep sept septembre septiembre setiembre set settembre",
            "october oct oktober okt octobre octubre ottobre ott",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre");

    private static final Map<String, Integer> MONTHS = months();

    private static final Set<String> WEEKDAYS = Set.copyOf(List.of(("monday mon tuesday tue tues wednesday wed thursday"
                    + " thu thur thurs friday fri saturday sat sunday sun"
                    + " montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so"
                    + " lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
                    + " lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom"
                    + " lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica")
            .split(" ")));

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= NAMES.size(); month++) {
            for (String name : NAMES.get(month - 1).split(" ")) {
                months.put(name, month);
            }
        }
        return Map.copyOf(months);
    }

    /** The month of this name, 1 to 12, or 0. */
    static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    static boolean isWeekday(String name) {
        return WEEKDAYS.contains(name.toLowerCase(Locale.ROOT));
    }
}
