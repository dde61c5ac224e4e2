package lstm.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;

/** How a chart is kept as a file; the ending of its name says which. */
public enum ImageFormat {
    /** Sharp at any size, in the reader's light or dark colours; equal charts are equal bytes. */
    SVG {
        @Override
        public void write(Chart chart, OutputStream to) throws IOException {
            to.write(SvgCanvas.file(chart).getBytes(StandardCharsets.UTF_8));
        }
    },
    /** 1520 by 680 pixels, light. */
    PNG {
        @Override
        public void write(Chart chart, OutputStream to) throws IOException, LstmException {
            try {
                PngCanvas.write(chart, to);
            } catch (LinkageError e) {
                throw new LstmException(
                        Kind.IO, "this Java has no module or library to draw a PNG with; name an .svg file");
            }
        }
    };

    /**
     * The format for a file.
     *
     * @throws LstmException {@code USAGE} if its name ends otherwise
     */
    public static ImageFormat of(Path file) throws LstmException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ImageFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw LstmException.in(Kind.USAGE, file, "is no name for a picture; let it end in .svg or .png");
    }

    /**
     * Writes a chart; does not close.
     *
     * @throws LstmException {@code IO} if this Java cannot draw the format
     */
    public abstract void write(Chart chart, OutputStream to) throws IOException, LstmException;
}
