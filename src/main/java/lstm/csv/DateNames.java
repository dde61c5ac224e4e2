package lstm.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lstm.csv.DateColumns.Role;

/** What the name of a column tells about dates in it, in English, German, French, Spanish and Italian. */
final class DateNames {
    /** Names that columns of dates commonly have as a whole. */
    private static final Set<String> COMMON = Set.of("date", "time", "datetime", "timestamp", "month", "day", "ds");

    /** Words of which one occurs in the name of a column of dates. */
    private static final Set<String> WORDS =
            Set.of(("date time datetime timestamp timestamps stamp ts ds day month year"
                            + " yr week quarter period unix epoch utc datum zeit zeitpunkt zeitstempel uhrzeit tag monat jahr woche"
                            + " quartal jour mois annee année semaine trimestre heure horodatage periode période fecha hora mes año"
                            + " ano dia día semana periodo período data ora orario anno mese giorno settimana")
                    .split(" "));

    /** Words in the names of columns that tell when a row was written, not what it is about. */
    private static final Set<String> WRITTEN = Set.of(
            "update",
            "updated",
            "created",
            "modified",
            "retrieved",
            "downloaded",
            "download",
            "loaded",
            "inserted",
            "release",
            "released",
            "published",
            "publication",
            "vintage",
            "revised",
            "changed",
            "imported",
            "export",
            "exported",
            "extracted",
            "edited");

    private static final Map<Role, Set<String>> ROLES = new EnumMap<>(Map.of(
            Role.YEAR, Set.of("year", "yr", "yyyy", "jahr", "année", "annee", "an", "año", "ano", "anno"),
            Role.QUARTER, Set.of("quarter", "qtr", "q", "quartal", "trimestre", "trim", "yearquarter"),
            Role.PERIOD, Set.of("period", "periode", "période", "periodo", "período"),
            Role.WEEK,
                    Set.of(
                            "week",
                            "wk",
                            "woche",
                            "kw",
                            "semaine",
                            "semana",
                            "settimana",
                            "isoweek",
                            "weeknum",
                            "yearweek",
                            "weekofyear"),
            Role.MONTH, Set.of("month", "mon", "mo", "mm", "mnth", "monat", "mois", "mes", "mese"),
            Role.DAY, Set.of("day", "dy", "dd", "dom", "mday", "tag", "jour", "día", "dia", "giorno", "dayofmonth"),
            Role.DAY_OF_YEAR, Set.of("doy", "dayofyear", "yday", "jday"),
            Role.CLOCK, Set.of("time", "hhmm", "clock", "uhrzeit", "zeit", "hora", "heure", "ora", "orario"),
            Role.HOUR, Set.of("hour", "hr", "hrs", "hh", "h", "stunde", "heure", "hora", "ora"),
            Role.MINUTE, Set.of("minute", "minuto", "mn")));

    private DateNames() {}

    /** Whether a column of dates commonly has this name. */
    static boolean isCommon(String name) {
        return COMMON.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a word of the name is one of time. */
    static boolean isDate(String name) {
        return tokens(name).stream().anyMatch(WORDS::contains);
    }

    /** Whether the name says that its dates tell when rows were written. */
    static boolean isWritten(String name) {
        return tokens(name).stream().anyMatch(WRITTEN::contains);
    }

    /** Whether a column of this name commonly has a role. */
    static boolean suits(String name, Role role) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)|\\[.*\\]", "")
                .replaceAll("[^\\p{L}]", "");
        return ROLES.getOrDefault(role, Set.of()).contains(plain);
    }

    /** Whether a column of this name commonly holds a part of a date. */
    static boolean isPart(String name) {
        return ROLES.keySet().stream().anyMatch(role -> role != Role.PERIOD && suits(name, role));
    }

    private static List<String> tokens(String name) {
        String spaced = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return List.of(spaced.split("[^\\p{L}]+"));
    }
}
