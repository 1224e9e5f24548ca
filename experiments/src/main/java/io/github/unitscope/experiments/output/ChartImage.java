package io.github.unitscope.experiments.output;

import io.github.unitscope.visualize.picture.Fonts;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/**
 * Charts as pixels that are the same on every machine: with the font that comes along, and numbers
 * that are written as under no locale.
 */
public final class ChartImage {
  private ChartImage() {}

  /**
   * Draws a chart in its own size.
   *
   * @return an image in RGB
   * @throws io.github.unitscope.network.message.InvalidInputException if text cannot be drawn here
   */
  public static BufferedImage of(Chart<?, ?> chart) {
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
