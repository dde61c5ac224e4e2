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
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A PNG of two pixels to a point, in light colors. Letters are drawn as shapes, so that no font has to be installed and
 * none of the JVM's font libraries is loaded.
 */
final class PngCanvas implements Canvas {
    private static final int SCALE = 2;

    private final Graphics2D graphics;
    private final GlyphOutlines letters;

    private PngCanvas(Graphics2D graphics, GlyphOutlines letters) {
        this.graphics = graphics;
        this.letters = letters;
    }

    /** Paints a figure and writes it as a PNG; does not close the stream. */
    static void write(Figure figure, OutputStream out) throws IOException {
        BufferedImage image =
                new BufferedImage(SCALE * figure.width(), SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        figure.paint(new PngCanvas(graphics, GlyphOutlines.load()));
        graphics.dispose();
        // By default ImageIO caches in a temporary file.
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", to);
        }
    }

    @Override
    public void line(ChartColor color, double width, Stroke stroke, double[] x, double[] y) {
        float[] dashes =
                stroke.dashes().isEmpty() ? null : new float[stroke.dashes().size()];
        for (int k = 0; k < stroke.dashes().size(); k++) {
            dashes[k] = stroke.dashes().get(k);
        }
        graphics.setColor(new Color(color.light()));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(path(x, y));
    }

    @Override
    public void area(ChartColor color, double opacity, double[] x, double[] y) {
        Path2D path = path(x, y);
        path.closePath();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        fill(color, path);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    @Override
    public void box(Fill fill, double x, double y, double width, double height, String tip) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        fill(fill, new Rectangle2D.Double(x, y, width, height));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void dot(ChartColor color, double radius, double x, double y) {
        fill(color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(ChartColor color, double size, Anchor anchor, double x, double y, String text) {
        GlyphOutlines.Word word = letters.word(text, size);
        double from =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - word.width() / 2;
                    case END -> x - word.width();
                };
        fill(color, AffineTransform.getTranslateInstance(from, y).createTransformedShape(word.shape()));
    }

    private void fill(Fill color, Shape shape) {
        graphics.setColor(new Color(color.light()));
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
