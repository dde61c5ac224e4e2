package lstm.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Letters as shapes, from the font Liberation Sans: Latin, Greek, Cyrillic and Hebrew; others appear as boxes. */
final class GlyphOutlines {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private GlyphOutlines(TrueTypeFont font) throws IOException {
        this.font = font;
        glyphs = font.getUnicodeCmapLookup();
    }

    /** A text as a shape that starts at 0 on its baseline. */
    record Word(Shape shape, double width) {}

    static GlyphOutlines load() throws IOException {
        try (InputStream in = GlyphOutlines.class.getResourceAsStream(FONT)) {
            return new GlyphOutlines(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        }
    }

    Word word(String text, double size) {
        try {
            double scale = size / font.getUnitsPerEm();
            Path2D shape = new Path2D.Double();
            double at = 0;
            for (int c : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(c);
                GlyphData outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(at, 0);
                    place.scale(scale, -scale);
                    shape.append(place.createTransformedShape(outline.getPath()), false);
                }
                at += font.getAdvanceWidth(glyph) * scale;
            }
            return new Word(shape, at);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the font in memory cannot be read", e);
        }
    }
}
