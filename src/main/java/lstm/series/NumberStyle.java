package lstm.series;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the numbers of a file are written, as far as it is known.
 *
 * @param decimal what precedes the fraction; empty if no cell has shown it
 * @param thousands what separates groups of digits; empty if no cell has shown it
 * @param units by column, what stands in its cells beside the number: a percent sign, a currency, a unit
 * @param firm whether it has to be remembered: it was asked for, or differs from plain numbers with a decimal point
 * @param like what has numbers like these, such as another file; empty if nothing is known but what was asked for
 */
public record NumberStyle(
        Optional<DecimalSign> decimal,
        Optional<ThousandsSign> thousands,
        Map<String, String> units,
        boolean firm,
        Optional<String> like) {
    /** Nothing is known: the file decides. */
    public static final NumberStyle UNKNOWN =
            new NumberStyle(Optional.empty(), Optional.empty(), Map.of(), false, Optional.empty());

    private static final Optional<String> MODEL = Optional.of("the training data");

    /** Numbers of a model whose training data had nothing but plain numbers. */
    public static final NumberStyle PLAIN = new NumberStyle(Optional.empty(), Optional.empty(), Map.of(), false, MODEL);

    /** Copies the map. */
    public NumberStyle {
        units = Map.copyOf(units);
    }

    /** The style of a model, as its file keeps it. */
    public static NumberStyle ofModel(
            Optional<DecimalSign> decimal, Optional<ThousandsSign> thousands, Map<String, String> units) {
        return new NumberStyle(decimal, thousands, units, true, MODEL);
    }

    /** The same as a model remembers it. */
    public NumberStyle remembered() {
        return firm ? ofModel(decimal, thousands, units) : PLAIN;
    }

    /** The same with the units of these columns only. */
    public NumberStyle of(Collection<String> columns) {
        Map<String, String> kept = new TreeMap<>(units);
        kept.keySet().retainAll(columns);
        return new NumberStyle(decimal, thousands, kept, firm, like);
    }

    /** The same, as the style that another file must have. */
    public NumberStyle like(String source) {
        return new NumberStyle(decimal, thousands, units, firm, Optional.of(source));
    }

    /** The same with this decimal sign; a thousands sign that cannot stand beside it is forgotten. */
    public NumberStyle withDecimal(DecimalSign sign) {
        Optional<ThousandsSign> others = thousands.filter(known -> known.character() != sign.character());
        return new NumberStyle(Optional.of(sign), others, units, true, like);
    }

    /** The same with this thousands sign. */
    public NumberStyle withThousands(ThousandsSign sign) {
        return new NumberStyle(decimal, Optional.of(sign), units, true, like);
    }

    /** Whether these are the numbers of a model's training data. */
    public boolean isOfModel() {
        return like.equals(MODEL);
    }

    /** Whether one sign would have both meanings. */
    public boolean isContradictory() {
        return decimal.isPresent()
                && thousands.isPresent()
                && decimal.get().character() == thousands.get().character();
    }

    /** Whether plain numbers are to be expected, though none has shown its decimal sign. */
    public boolean isLikelyPlain() {
        return like.isPresent() && decimal.isEmpty();
    }

    /** The unit of a column; empty if it has none or nothing is known. */
    public Optional<String> unit(String column) {
        return Optional.ofNullable(units.get(column));
    }

    /** The units in the order of their columns' names. */
    public Map<String, String> sortedUnits() {
        return new TreeMap<>(units);
    }
}
