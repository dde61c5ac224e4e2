/**
 * The recurrent network: cells, stack, dropout, dense head, losses and initialisers. Knows no files, no clock, no
 * printing.
 */
package lstm.network;
