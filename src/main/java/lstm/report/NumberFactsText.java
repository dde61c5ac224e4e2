package lstm.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.series.NumberClue;
import lstm.series.NumberFacts;
import lstm.series.NumberFacts.ColumnDress;
import lstm.text.NumberText;

/** How the numbers of a file were read, in words and as JSON. */
final class NumberFactsText {
    private NumberFactsText() {}

    /** For example {@code decimal comma, thousands point (from 300 of 300 cells)}. */
    static String of(NumberFacts facts) {
        List<String> signs = new ArrayList<>();
        facts.decimal().ifPresent(sign -> signs.add("decimal " + sign));
        facts.thousands().ifPresent(sign -> signs.add("thousands " + sign));
        List<String> parts = new ArrayList<>();
        if (!signs.isEmpty()) {
            parts.add(String.join(", ", signs) + reason(facts));
        }
        facts.columns().forEach(column -> parts.addAll(dress(column)));
        return parts.isEmpty() ? "whole" : String.join("; ", parts);
    }

    private static String reason(NumberFacts facts) {
        if (facts.clues().isEmpty()) {
            return facts.proofs() == 0
                    ? ""
                    : " (from " + NumberText.count(facts.proofs()) + " of " + NumberText.count(facts.cells())
                            + " cells)";
        }
        return " (from " + facts.clues().stream().map(NumberFactsText::clue).collect(Collectors.joining(", ")) + ")";
    }

    private static String clue(NumberClue clue) {
        return switch (clue) {
            case SEMICOLONS -> "semicolons between fields";
            case COMMAS -> "the delimiter";
            case DOTTED_DATES -> "dates such as 31.12.2024";
            case MONTH_FIRST_DATES -> "dates such as 12/31/2024";
            case GROUPS -> "groups of three digits throughout";
            case NO_GROUPS -> "large whole numbers without it";
            case OTHER_COLUMNS -> "other columns";
            case BEFORE -> "the numbers before";
            case ASKED -> "what was asked for";
        };
    }

    private static List<String> dress(ColumnDress column) {
        List<String> parts = new ArrayList<>();
        if (!column.unit().isEmpty()) {
            parts.add(column.column() + " without its " + LstmException.quote(column.unit()));
        }
        if (column.scaled() > 0) {
            parts.add(count(column.scaled()) + " of " + column.column() + " multiplied by a suffix such as K or M");
        }
        if (column.negatives() > 0) {
            parts.add(count(column.negatives()) + " of " + column.column() + " negative by a sign behind or brackets");
        }
        if (column.bounds() > 0) {
            parts.add(count(column.bounds()) + " of " + column.column() + " such as "
                    + LstmException.quote(column.example()) + " read as their bound");
        }
        return parts;
    }

    private static String count(long cells) {
        return NumberText.count(cells) + (cells == 1 ? " cell" : " cells");
    }

    /** The same for scripts. */
    static Map<String, Object> values(NumberFacts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("decimal", facts.decimal().map(Enum::toString).orElse(null));
        values.put("thousands", facts.thousands().map(Enum::toString).orElse(null));
        values.put("proofs", facts.proofs());
        values.put("cells", facts.cells());
        values.put(
                "clues",
                facts.clues().stream()
                        .map(clue -> clue.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        values.put(
                "columns",
                facts.columns().stream().map(NumberFactsText::dressed).toList());
        return values;
    }

    private static Map<String, Object> dressed(ColumnDress column) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", column.column());
        values.put("unit", column.unit());
        values.put("scaled", column.scaled());
        values.put("negatives", column.negatives());
        values.put("bounds", column.bounds());
        return values;
    }
}
