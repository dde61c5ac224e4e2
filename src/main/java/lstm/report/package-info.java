/** Tables for machines and for people. */
package lstm.report;
