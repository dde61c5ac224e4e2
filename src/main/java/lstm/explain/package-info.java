/**
 * What a network does inside: its gates over a window, how gradients flow back through time, and cells compared on one
 * task.
 */
package lstm.explain;
