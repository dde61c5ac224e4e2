package lstm.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lstm.error.LstmException;

/** The file format of a figure, chosen by the ending of the file name. */
public enum ImageFormat {
    /** Sharp at any size, in the reader's light or dark colors; equal figures are equal bytes. */
    SVG {
        @Override
        public void write(Figure figure, OutputStream to) throws IOException {
            to.write(SvgCanvas.file(figure).getBytes(StandardCharsets.UTF_8));
        }
    },
    /** Two pixels to a point, in light colors: a chart has 1520 by 680 pixels. */
    PNG {
        @Override
        public void write(Figure figure, OutputStream to) throws IOException, LstmException {
            try {
                PngCanvas.write(figure, to);
            } catch (LinkageError e) {
                throw LstmException.io(
                                "this Java cannot draw PNG files (java.desktop or one of its libraries is missing)")
                        .remedy("name an .svg file");
            }
        }
    };

    /**
     * The format for a file.
     *
     * @throws LstmException {@code USAGE} if its name has another ending
     */
    public static ImageFormat of(Path file) throws LstmException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ImageFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw LstmException.usage("picture files must end in .svg or .png").in(file);
    }

    /**
     * Writes a figure; does not close the stream.
     *
     * @throws LstmException {@code IO} if this Java cannot draw the format
     */
    public abstract void write(Figure figure, OutputStream to) throws IOException, LstmException;
}
