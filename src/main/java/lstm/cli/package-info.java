/** The commands. Each reads options, makes one call to {@link lstm.workflow}, and reports the result. */
package lstm.cli;
