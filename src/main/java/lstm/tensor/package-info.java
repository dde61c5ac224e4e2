/**
 * The one door to ND4J: off-heap float32 matrices, their product, and the rules for threads. Nothing else imports
 * {@code org.nd4j} or {@code org.bytedeco}, and ND4J's natives are loaded when the first matrix is made, not before.
 */
package lstm.tensor;
