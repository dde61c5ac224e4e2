/** Charts as SVG, PNG or text: canvases, axes, marks. */
package lstm.chart;
