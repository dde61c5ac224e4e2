/** The terminal: streams, progress, signals, exit codes. */
package lstm.cli.terminal;
