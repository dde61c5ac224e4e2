/** Tables and charts. */
package lstm.report;
