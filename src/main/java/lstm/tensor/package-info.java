/** The one door to ND4J: off-heap float32 matrices, the matrix product, and the rules for threads. */
package lstm.tensor;
