/** The seeded random number generator and the independent streams drawn from one seed. */
package lstm.random;
