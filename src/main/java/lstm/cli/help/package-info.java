/** Help, the manual page and shell completion. */
package lstm.cli.help;
