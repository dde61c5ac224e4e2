/** A series: columns of numbers over time stamps, and how they were read. */
package lstm.series;
