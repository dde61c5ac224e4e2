/** Tables, charts and pages, for machines and for people. */
package lstm.report;
