package lstm.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** How a chart is kept as a file; the ending of its name says which. */
public enum PictureFormat {
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
        public void write(Chart chart, OutputStream to) throws IOException, UserException {
            try {
                PngCanvas.write(chart, to);
            } catch (LinkageError e) {
                throw new UserException(
                        Kind.IO, "this Java has no module or library to draw a PNG with; name an .svg file");
            }
        }
    };

    /**
     * The format for a file.
     *
     * @throws UserException {@code USAGE} if its name ends otherwise
     */
    public static PictureFormat of(Path file) throws UserException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw UserException.in(Kind.USAGE, file, "is no name for a picture; let it end in .svg or .png");
    }

    /**
     * Writes a chart; does not close.
     *
     * @throws UserException {@code IO} if this Java cannot draw the format
     */
    public abstract void write(Chart chart, OutputStream to) throws IOException, UserException;
}
