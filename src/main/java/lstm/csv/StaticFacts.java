package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.StaticColumn;
import lstm.series.StaticValue;

/**
 * What the cells of a static column say: numbers if all of them are numbers with the same unit, else categories.
 *
 * @param column whose kind is known
 * @param values for each series one
 */
record StaticFacts(StaticColumn column, List<StaticValue> values) {
    /** A number beyond this cannot be scaled. */
    private static final double LARGEST = 1e100;

    /**
     * Makes the cells of a column into facts.
     *
     * @param asked the column, whose kind may be known
     * @param cells of each series one, empty if it has none
     * @param place of each cell
     * @param decimal if it is known
     * @throws LstmException if it is known to hold numbers and a cell holds none, or numbers have two readings
     */
    static StaticFacts of(
            StaticColumn asked, List<String> cells, IntFunction<Place> place, Optional<DecimalSign> decimal)
            throws LstmException {
        if (asked.kind().equals(Optional.of(StaticColumn.Kind.CATEGORY))) {
            return categories(asked, cells);
        }
        double[] point = numbers(cells, DecimalSign.POINT);
        double[] comma = numbers(cells, DecimalSign.COMMA);
        boolean isPoint = point != null && !decimal.equals(Optional.of(DecimalSign.COMMA));
        boolean isComma = comma != null && !decimal.equals(Optional.of(DecimalSign.POINT));
        if (isPoint && isComma && !Arrays.equals(point, comma)) {
            throw twoReadings(asked, cells, place, point, comma);
        } else if (isPoint || isComma) {
            return numbers(asked, isPoint ? point : comma, place);
        } else if (asked.kind().isPresent()) {
            throw noNumber(asked, cells, place, decimal);
        }
        return categories(asked, cells);
    }

    private static StaticFacts categories(StaticColumn asked, List<String> cells) {
        return new StaticFacts(
                asked.of(StaticColumn.Kind.CATEGORY),
                cells.stream().map(StaticValue::category).toList());
    }

    private static StaticFacts numbers(StaticColumn asked, double[] numbers, IntFunction<Place> place)
            throws LstmException {
        List<StaticValue> values = new ArrayList<>();
        for (int k = 0; k < numbers.length; k++) {
            if (Math.abs(numbers[k]) > LARGEST) {
                throw LstmException.data("is too large a number to compute with")
                        .at(place.apply(k).column(asked.name()))
                        .remedy("correct it, or give it in a larger unit");
            }
            values.add(StaticValue.number(numbers[k]));
        }
        return new StaticFacts(asked.of(StaticColumn.Kind.NUMBER), values);
    }

    /** The numbers of all cells, NaN where one is missing; null if a cell holds none, or no cell holds one. */
    private static double[] numbers(List<String> cells, DecimalSign decimal) {
        double[] numbers = new double[cells.size()];
        String unit = null;
        for (int k = 0; k < numbers.length; k++) {
            String text = cells.get(k);
            numbers[k] = Double.NaN;
            if (Missing.isMissing(text)) {
                continue;
            }
            NumberCell cell = NumberCell.of(text);
            if (cell == null || cell.bound() || unit != null && !unit.equals(cell.unit())) {
                return null;
            }
            unit = cell.unit();
            numbers[k] = cell.value(decimal);
            if (Double.isNaN(numbers[k])) {
                return null;
            }
        }
        return unit == null ? null : numbers;
    }

    private static LstmException twoReadings(
            StaticColumn asked, List<String> cells, IntFunction<Place> place, double[] point, double[] comma) {
        int k = Arrays.mismatch(point, comma);
        return LstmException.data(LstmException.quote(cells.get(k)), " may be ", point[k], " or ", comma[k])
                .at(place.apply(k).column(asked.name()))
                .remedy("write it without a sign between its digits, or with another fraction");
    }

    private static LstmException noNumber(
            StaticColumn asked, List<String> cells, IntFunction<Place> place, Optional<DecimalSign> decimal) {
        for (int k = 0; k < cells.size(); k++) {
            String text = cells.get(k);
            if (numbers(List.of(text), decimal.orElse(DecimalSign.POINT)) == null && !Missing.isMissing(text)) {
                return LstmException.data(LstmException.quote(text), " is not a number")
                        .at(place.apply(k).column(asked.name()))
                        .remedy("write a number, as in training, or leave the cell empty");
            }
        }
        return LstmException.data("its numbers have several units")
                .at(place.apply(0).column(asked.name()))
                .remedy("write them with one unit");
    }
}
