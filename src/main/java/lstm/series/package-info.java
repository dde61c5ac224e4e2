/** A series as it is read from CSV: columns of numbers over time stamps, and the calendar they keep. */
package lstm.series;
