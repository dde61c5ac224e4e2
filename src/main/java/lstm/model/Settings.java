package lstm.model;

import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.train.Recipe;

/**
 * What a user may choose about a training.
 *
 * @param lookback rows in a window
 * @param validation share of the rows held out, in [0, 1)
 */
public record Settings(
        CellKind cell, int units, int layers, double dropout, int lookback, double validation, Recipe recipe) {
    /** The classic recipe: the default of every setting. */
    public static final Settings CLASSIC = new Settings(CellKind.LSTM, 50, 4, 0.2, 60, 0.1, Recipe.CLASSIC);

    /** Those a model was, or is being, trained with. */
    public static Settings of(Model model) {
        Architecture a = model.architecture();
        return new Settings(
                a.cell(), a.units(), a.layers(), a.dropout(), model.lookback(), model.validation(), model.recipe());
    }

    /** The network for so many input columns, with one output. */
    public Architecture architecture(int inputs) {
        return new Architecture(cell, inputs, units, layers, dropout, 1);
    }
}
