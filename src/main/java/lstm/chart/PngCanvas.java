package lstm.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A PNG of two pixels a point, in the light colours. Letters are drawn as shapes, so that no font has to be installed
 * and none of the JVM's font libraries is loaded.
 */
final class PngCanvas implements Canvas {
    private static final int SCALE = 2;

    private final Graphics2D graphics;
    private final GlyphOutlines letters;

    private PngCanvas(Graphics2D graphics, GlyphOutlines letters) {
        this.graphics = graphics;
        this.letters = letters;
    }

    /** Draws and writes a picture. */
    static void write(Chart chart, OutputStream out) throws IOException {
        BufferedImage image =
                new BufferedImage(SCALE * ChartPainter.WIDTH, SCALE * ChartPainter.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        ChartPainter.paint(chart, new PngCanvas(graphics, GlyphOutlines.load()));
        graphics.dispose();
        // The cache of ImageIO's own making would be a file.
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", to);
        }
    }

    @Override
    public void line(ChartColor tone, double width, boolean dashed, double[] x, double[] y) {
        float[] dashes = dashed ? new float[] {5, 4} : null;
        graphics.setColor(new Color(tone.light()));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(path(x, y));
    }

    @Override
    public void area(ChartColor tone, double opacity, double[] x, double[] y) {
        Path2D path = path(x, y);
        path.closePath();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        fill(tone, path);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    @Override
    public void dot(ChartColor tone, double radius, double x, double y) {
        fill(tone, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(ChartColor tone, double size, Anchor anchor, double x, double y, String text) {
        GlyphOutlines.Word word = letters.word(text, size);
        double from =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - word.width() / 2;
                    case END -> x - word.width();
                };
        fill(tone, AffineTransform.getTranslateInstance(from, y).createTransformedShape(word.shape()));
    }

    private void fill(ChartColor tone, Shape shape) {
        graphics.setColor(new Color(tone.light()));
        graphics.fill(shape);
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int k = 1; k < x.length; k++) {
            path.lineTo(x[k], y[k]);
        }
        return path;
    }
}
