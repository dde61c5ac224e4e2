/** The command line: options, exit codes, signals, progress. Nobody imports it. */
package lstm.cli;
