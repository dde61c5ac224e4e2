/**
 * The only package that uses ND4J: off-heap float32 matrices, their products, and the threads that run them. Nothing
 * else imports {@code org.nd4j} or {@code org.bytedeco}. The native libraries are loaded when the first workspace is
 * created, not before.
 *
 * <p>All off-heap memory belongs to a {@link lstm.tensor.Workspace} and is freed when that is closed.
 */
package lstm.tensor;
