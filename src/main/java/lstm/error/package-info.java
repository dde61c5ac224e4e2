/** Failures that a user or a calling program can act on: what kind, where, which setting, and the remedy, as fields. */
package lstm.error;
