/**
 * The recurrent network: five cells (the GRU in two forms), the stack, dropout, the dense head, losses and
 * initialisers. It knows no files, no clock and no printing.
 *
 * <p>Shape letters, used throughout: B rows of a slice of the batch, T time steps, F input features, H units, G gates
 * of a cell, L layers, O outputs. Sequences are time-major: step t of a [T*B, H] matrix is its rows t*B .. (t+1)*B, so
 * that the products over all steps are one call each. Within a step the gates are handled as blocks: flat arrays of B*H
 * values, one per gate, so that every pointwise loop runs over plain arrays with one index.
 *
 * <p>A {@link lstm.network.Network} holds the weights; a {@link lstm.network.Pass} takes one slice of a batch through
 * it, forwards and backwards; each layer of a pass is a {@link lstm.network.Cell}.
 */
package lstm.network;
