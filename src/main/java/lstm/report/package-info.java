/** Results as text, tables, JSON and HTML. */
package lstm.report;
