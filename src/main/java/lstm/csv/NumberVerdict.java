package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.series.DecimalSign;
import lstm.series.NumberClue;

/**
 * What is decided where every cell with a decimal or thousands sign has two readings.
 *
 * @param decimal empty if nothing decides
 * @param clues that speak for the decision
 */
record NumberVerdict(Optional<DecimalSign> decimal, List<NumberClue> clues) {
    /** Two weak clues or a strong one are enough to read a number otherwise than a program would write it. */
    private static final int ENOUGH = 2;

    private static final int STRONG = 2;

    /**
     * Weighs the clues.
     *
     * @param sign the one that may be the decimal sign or the thousands sign
     * @param columns that are read
     * @param others that are not
     * @param plain whether plain numbers are to be expected
     */
    static NumberVerdict of(
            DecimalSign sign,
            NumberContext context,
            List<NumberColumn> columns,
            List<NumberColumn> others,
            boolean plain) {
        Optional<DecimalSign> proved = proved(others);
        if (proved.isPresent()) {
            return new NumberVerdict(proved, List.of(NumberClue.OTHER_COLUMNS));
        }
        List<NumberClue> clues = new ArrayList<>(context.clues());
        List<NumberTally> torn = columns.stream()
                .map(NumberColumn::tally)
                .filter(NumberTally::isTorn)
                .toList();
        if (torn.stream().anyMatch(NumberTally::hasLargeWholes)) {
            clues.add(NumberClue.NO_GROUPS);
        } else if (torn.stream().anyMatch(NumberTally::hasSmallWholes)) {
            clues.add(NumberClue.GROUPS);
        }
        if (plain) {
            clues.add(NumberClue.BEFORE);
        }
        int score = clues.stream().mapToInt(clue -> weight(clue, sign)).sum();
        // A point is the decimal sign of programs: without any doubt it is taken for that.
        int least = sign == DecimalSign.POINT ? 1 : ENOUGH;
        if (score >= ENOUGH) {
            return verdict(sign.other(), clues, sign, 1);
        }
        return score <= -least ? verdict(sign, clues, sign, -1) : new NumberVerdict(Optional.empty(), clues);
    }

    private static NumberVerdict verdict(DecimalSign decimal, List<NumberClue> clues, DecimalSign sign, int side) {
        return new NumberVerdict(
                Optional.of(decimal),
                clues.stream().filter(clue -> weight(clue, sign) * side > 0).toList());
    }

    private static Optional<DecimalSign> proved(List<NumberColumn> others) {
        List<DecimalSign> signs = others.stream()
                .flatMap(column -> Stream.ofNullable(column.evidence().decimal()))
                .distinct()
                .toList();
        return signs.size() == 1 ? Optional.of(signs.get(0)) : Optional.empty();
    }

    /** How much a clue speaks for the sign as thousands sign; negative: as decimal sign. */
    private static int weight(NumberClue clue, DecimalSign sign) {
        boolean point = sign == DecimalSign.POINT;
        return switch (clue) {
            case SEMICOLONS -> point ? 1 : -1;
            case COMMAS -> point ? -1 : 0;
            case DOTTED_DATES -> point ? 1 : -STRONG;
            case MONTH_FIRST_DATES -> point ? -STRONG : STRONG;
            case GROUPS -> STRONG;
            case NO_GROUPS -> -STRONG;
            case BEFORE -> point ? -STRONG : 1;
            case OTHER_COLUMNS, ASKED -> 0;
        };
    }
}
