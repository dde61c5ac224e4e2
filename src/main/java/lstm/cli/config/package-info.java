/** Values of options from environment variables and configuration files, and the lists of files of a batch. */
package lstm.cli.config;
