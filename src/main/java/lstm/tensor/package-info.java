/**
 * The only package that uses ND4J: float32 matrices, their products, and the threads that run them. Nothing else
 * imports {@code org.nd4j} or {@code org.bytedeco}. Matrices run on a {@link lstm.tensor.Backend}: ND4J, OpenBLAS
 * alone, or plain Java. It is chosen, and its native libraries are loaded, when the first workspace is created, not
 * before.
 *
 * <p>All memory of matrices belongs to a {@link lstm.tensor.Workspace} and is freed when that is closed.
 */
package lstm.tensor;
