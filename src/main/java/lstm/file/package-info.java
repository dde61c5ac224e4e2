/** The one seam to the disk: atomic writes, locks, bounded reading, and failures that users can fix. */
package lstm.file;
