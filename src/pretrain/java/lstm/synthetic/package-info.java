/** A generator of synthetic series: what the base network is trained on. */
package lstm.synthetic;
