package lstm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import lstm.error.LstmException;
import org.junit.jupiter.api.Test;

class PngTest {
    private static BufferedImage draw(Chart chart) throws IOException, LstmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageFormat.PNG.write(chart, bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int count(BufferedImage image, ChartColor color, int fromY, int toY) {
        int count = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == color.light() ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void linesAndLettersAreThere() throws Exception {
        BufferedImage image = draw(Sample.comparison());
        assertEquals(1520, image.getWidth());
        assertEquals(680, image.getHeight());
        assertTrue(count(image, ChartColor.TITLE, 10, 60) > 300, "a title");
        assertTrue(count(image, ChartColor.LABEL, 620, 680) > 200, "dates");
        assertTrue(count(image, ChartColor.ACTUAL, 150, 620) > 2000, "a line");
        assertTrue(count(image, ChartColor.FORECAST, 150, 620) > 2000, "another");
    }

    @Test
    void lettersAreTheOnesOfTheText() throws Exception {
        GlyphOutlines letters = GlyphOutlines.load();
        assertEquals(0, letters.word("", 12).width());
        assertEquals(
                letters.word("AB", 12).width(),
                letters.word("A", 12).width() + letters.word("B", 12).width(),
                1e-9);
        assertNotEquals(
                letters.word("i", 12).shape().getBounds2D(),
                letters.word("o", 12).shape().getBounds2D());
        assertTrue(letters.word("Ж", 12).width() > letters.word("i", 12).width(), "Cyrillic");
        assertTrue(letters.word("\u4e2d\ud83d\ude00", 12).width() > 0, "unknown letters are boxes");
    }

    @Test
    void theGuessOfAWidthIsNeverFarFromTheTruth() throws Exception {
        GlyphOutlines letters = GlyphOutlines.load();
        for (String text : new String[] {"2008-10-14", "1,234.5", "actual", "predicted", "kept, epoch 95", "RMSE"}) {
            double truth = letters.word(text, 12).width();
            double guess = Canvas.width(text, 12);
            assertTrue(guess >= 0.97 * truth && guess <= 1.25 * truth, text + ": " + guess + " for " + truth);
        }
    }

    @Test
    void theEndingOfANameSaysTheFormat() throws Exception {
        assertEquals(ImageFormat.SVG, ImageFormat.of(Path.of("a.b", "x.SVG")));
        assertEquals(ImageFormat.PNG, ImageFormat.of(Path.of("x.png")));
        LstmException refused = assertThrows(LstmException.class, () -> ImageFormat.of(Path.of("x.jpg")));
        assertEquals("x.jpg: picture files must end in .svg or .png", refused.getMessage());
        assertThrows(LstmException.class, () -> ImageFormat.of(Path.of("svg")));
        assertThrows(LstmException.class, () -> ImageFormat.of(Path.of("/")));
    }
}
