package io.github.unitscope.experiments.output;

import io.github.unitscope.visualize.picture.Fonts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/**
 * Charts in one style, as pixels that are the same on every machine: with the font that comes
 * along, and numbers that are written as under no locale.
 */
public final class Charts {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 440;

  private Charts() {}

  /** An empty chart of curves, with a grid, of the size that {@link #grid} takes. */
  public static XYChart curves(
      String title, String xAxis, String yAxis, Styler.LegendPosition legend) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .theme(Styler.ChartTheme.Matlab)
            .build();
    chart.getStyler().setLegendPosition(legend);
    chart.getStyler().setPlotGridLinesVisible(true);
    return chart;
  }

  /** An empty chart over categories, of the size that {@link #grid} takes. */
  public static CategoryChart categories(String title, String xAxis, String yAxis) {
    return categories(title, xAxis, yAxis, WIDTH, HEIGHT);
  }

  /** An empty chart over categories, of a size in pixels. */
  public static CategoryChart categories(
      String title, String xAxis, String yAxis, int width, int height) {
    return new CategoryChartBuilder()
        .width(width)
        .height(height)
        .title(title)
        .xAxisTitle(xAxis)
        .yAxisTitle(yAxis)
        .theme(Styler.ChartTheme.Matlab)
        .build();
  }

  /**
   * Draws charts beside each other, all of the same usual size.
   *
   * @param charts row after row
   * @param columns charts beside each other
   * @throws io.github.unitscope.network.message.InvalidInputException if text cannot be drawn here
   */
  public static BufferedImage grid(List<? extends Chart<?, ?>> charts, int columns) {
    int lines = (charts.size() + columns - 1) / columns;
    BufferedImage all =
        new BufferedImage(columns * WIDTH, lines * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
    for (int i = 0; i < charts.size(); i++) {
      graphics.drawImage(draw(charts.get(i)), i % columns * WIDTH, i / columns * HEIGHT, null);
    }
    graphics.dispose();
    return all;
  }

  /**
   * Draws a chart in its own size.
   *
   * @return an image in RGB
   * @throws io.github.unitscope.network.message.InvalidInputException if text cannot be drawn here
   */
  static BufferedImage draw(Chart<?, ?> chart) {
    Styler styler = chart.getStyler();
    styler
        .setBaseFont(Fonts.like(styler.getBaseFont()))
        .setChartTitleFont(Fonts.like(styler.getChartTitleFont()))
        .setLegendFont(Fonts.like(styler.getLegendFont()))
        .setAnnotationTextFont(Fonts.like(styler.getAnnotationTextFont()))
        .setAnnotationTextPanelFont(Fonts.like(styler.getAnnotationTextPanelFont()));
    if (styler instanceof AxesChartStyler axes) {
      axes.setLocale(Locale.ROOT).setTimezone(TimeZone.getTimeZone("UTC"));
      axes.setAxisTitleFont(Fonts.like(axes.getAxisTitleFont()))
          .setAxisTickLabelsFont(Fonts.like(axes.getAxisTickLabelsFont()));
    }
    if (styler instanceof CategoryStyler category) {
      category.setLabelsFont(Fonts.like(category.getLabelsFont()));
    }
    return BitmapEncoder.getBufferedImage(chart);
  }
}
