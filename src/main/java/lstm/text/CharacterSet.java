package lstm.text;

/** The characters that whoever reads a text is sure to see. */
public enum CharacterSet {
    /** Letters, digits and punctuation of ASCII only. */
    ASCII,
    /** Block elements, box drawing and braille patterns as well. */
    UNICODE
}
