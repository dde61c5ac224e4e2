/** Figures as SVG, PNG or text: canvases, axes and charts. */
package lstm.chart;
