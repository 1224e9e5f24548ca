package io.github.unitscope.experiments.report;

import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;

/** Charts that are the same under every locale: the library writes numbers as the locale does. */
public final class Charts {
  private Charts() {}

  /** A chart of lines. */
  public static XYChart of(XYChartBuilder builder) {
    XYChart chart = builder.build();
    everywhere(chart.getStyler());
    return chart;
  }

  /** A chart of bars. */
  public static CategoryChart of(CategoryChartBuilder builder) {
    CategoryChart chart = builder.build();
    everywhere(chart.getStyler());
    return chart;
  }

  private static void everywhere(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
  }
}
