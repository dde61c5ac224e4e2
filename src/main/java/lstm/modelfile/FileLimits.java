package lstm.modelfile;

/**
 * Limits on a model file, so that a hostile one is refused before it fills the memory.
 *
 * @param bytes of the file
 * @param nesting of lists and objects in one another
 * @param text characters of a string, tensors apart
 * @param number characters of a number
 * @param name characters of a field's name
 */
record FileLimits(long bytes, int nesting, int text, int number, int name) {
    /** A text may be as long as a CSV's header, which is where the longest come from. */
    static final FileLimits DEFAULT = new FileLimits(1L << 30, 8, 1 << 20, 64, 64);

    FileLimits {
        if (bytes < 1 || nesting < 1 || text < 1 || number < 1 || name < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
