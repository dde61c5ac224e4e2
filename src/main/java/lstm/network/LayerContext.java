package lstm.network;

import java.util.function.IntFunction;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrix;
import lstm.tensor.StepSum;

/**
 * One layer of one pass, as its cell sees it.
 *
 * @param pass what all layers share
 * @param number 1, 2, ... from the input up
 * @param above the consumer of the layer's output
 */
record LayerContext(PassContext pass, int number, Above above) {

    /** The consumer of a layer's output: the next layer or the dense head. */
    interface Above {
        /** Where the output of step t goes, [H, B]; null if nobody reads it. */
        Matrix output(int t);

        /** Where the backward pass finds d loss / d output of step t, [H, B]; null if there is none. */
        Matrix dOutput(int t);
    }

    CellKind cell() {
        return pass.architecture().cell();
    }

    /** The number of steps. */
    int steps() {
        return pass.order().steps();
    }

    /** B. */
    int rows() {
        return pass.rows();
    }

    /** H. */
    int units() {
        return pass.architecture().units();
    }

    /** F of this layer. */
    int inputs() {
        return number == 1 ? pass.architecture().layerInputs() : units();
    }

    /** G. */
    int gates() {
        return cell().gates().size();
    }

    /** Allocates a matrix of zeros. */
    Matrix zeros(int matrixRows, int columns) {
        return pass.zeros(matrixRows, columns);
    }

    /** Prepares the sum over all steps of a[t] b^T into {@code sum}. */
    StepSum stepSum(IntFunction<Matrix> a, Matrix b, Matrix sum) {
        return new StepSum(pass.workspace(), steps(), a, b, sum);
    }

    /** [W; U], [F + H, G*H]. */
    Matrix stacked() {
        return pass.weights().matrix(pass.weights().stacked(tensor("W")));
    }

    /** [W; U]^T, [G*H, F + H]. */
    Matrix transposed() {
        return pass.weights().transpose(pass.weights().stacked(tensor("W")));
    }

    /** The gradient of [W; U], [F + H, G*H]. */
    Matrix dStacked() {
        Tensor stacked = pass.weights().stacked(tensor("W"));
        return pass.gradient().at(stacked.offset(), stacked.rows(), stacked.columns());
    }

    /** A vector parameter of H or G*H values, repeated for each window of the slice, with its gradient. */
    BroadcastVector vector(String name) {
        return new BroadcastVector(this, tensor(name));
    }

    private Tensor tensor(String name) {
        return pass.architecture().layout().tensor(number, name);
    }
}
