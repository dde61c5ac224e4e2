/** The seeded generator of random numbers, and the streams that are drawn from one seed. */
package lstm.random;
