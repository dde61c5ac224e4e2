/**
 * What the commands do, as plain Java calls: a request in, a record out. Nothing here prints, exits or reads the
 * environment.
 */
package lstm.workflow;
