/**
 * The recurrent network: the cells, the stack of layers, dropout, the dense head, losses and initializers. It knows no
 * files, no clock and no printing.
 *
 * <p>Shape letters, used throughout: B windows of a slice of the batch, T time steps, F input features, H units, G
 * gates of a cell, L layers, O outputs, P parameters. All activations are column-per-window: the input of a step is
 * X[t] [F, B], its output H[t] [H, B], its pre-activations Z[t] [G*H, B], so each gate is a contiguous block of H*B
 * values. X[t] and H[t-1] are stacked in one [F + H, B] matrix per step, as are W and U, and each step of a layer is
 * one product, Z[t] = [W; U]^T [X[t]; H[t-1]]. Pointwise loops run over flat copies of the blocks on the heap.
 *
 * <p>A network that reads {@link lstm.network.Segments} makes each segment of N rows into one step, with a
 * {@code SegmentEncoder} below the first layer, and decodes the horizon in parallel: for each of its segments one
 * further step from the state after the window, whose input comes from a {@code SegmentDecoder}. {@code StepOrder} says
 * which step follows which.
 *
 * <p>A {@link lstm.network.Network} holds the weights and owns all memory; a {@code SlicePass} takes one slice of a
 * batch through it, forward and backward; each layer of a pass is a {@code Cell}.
 */
package lstm.network;
