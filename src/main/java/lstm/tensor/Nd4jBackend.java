package lstm.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J: matrices live in its arrays, and products run on the OpenBLAS that it runs on. That is called directly because
 * ND4J's own {@code gemm} costs five times the product at the sizes of one time step.
 */
final class Nd4jBackend extends OpenBlasBackend {
    /**
     * Loads the library.
     *
     * @throws LinkageError if it cannot be loaded
     */
    Nd4jBackend() {
        Nd4j.getExecutioner();
        limitThreads();
    }

    @Override
    public String library() {
        return "ND4J on " + super.library();
    }

    @Override
    public Memory allocate(int rows, int columns) {
        INDArray array = Nd4j.zeros(DataType.FLOAT, rows, columns);
        FloatPointer pointer = new FloatPointer(array.data().pointer()).capacity((long) rows * columns);
        return new NativeMemory(pointer, pointer.asBuffer(), array::close);
    }
}
