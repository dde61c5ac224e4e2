/** The one seam to the disk: atomic writes, locks, bounded reading, and the failures a user can mend. */
package lstm.file;
