/** Groups of options that commands share, their values and checks. */
package lstm.cli.option;
