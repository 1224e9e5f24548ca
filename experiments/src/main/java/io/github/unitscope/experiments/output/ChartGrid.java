package io.github.unitscope.experiments.output;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of one size in one picture. */
public final class ChartGrid {
  /** Width of a chart in pixels. */
  public static final int WIDTH = 640;

  /** Height of a chart in pixels. */
  public static final int HEIGHT = 440;

  private ChartGrid() {}

  /**
   * Draws charts of {@link #WIDTH} × {@link #HEIGHT} pixels.
   *
   * @param charts row after row
   * @param columns charts beside each other
   */
  public static BufferedImage of(List<? extends Chart<?, ?>> charts, int columns) {
    int lines = (charts.size() + columns - 1) / columns;
    BufferedImage all =
        new BufferedImage(columns * WIDTH, lines * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
    for (int i = 0; i < charts.size(); i++) {
      graphics.drawImage(
          ChartImage.of(charts.get(i)), i % columns * WIDTH, i / columns * HEIGHT, null);
    }
    graphics.dispose();
    return all;
  }
}
