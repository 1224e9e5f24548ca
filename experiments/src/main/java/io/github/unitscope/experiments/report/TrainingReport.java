package io.github.unitscope.experiments.report;

import io.github.unitscope.rbm.EpochMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The table and the curves of a training. */
public final class TrainingReport {
  private static final int CHART_WIDTH = 640;
  private static final int CHART_HEIGHT = 440;
  private static final String HEADER =
      "layer,epoch,reconstruction_error,train_free_energy,validation_free_energy,"
          + "free_energy_gap,pseudo_likelihood,mean_activation,learning_rate,seconds\n";

  private TrainingReport() {}

  /** The lines of {@code metrics.csv}, a line for every epoch of every layer. */
  public static String csv(List<EpochMetrics> metrics) {
    return metrics.stream()
        .map(
            m ->
                String.join(
                    ",",
                    String.valueOf(m.layer()),
                    String.valueOf(m.epoch()),
                    String.valueOf(m.reconstructionError()),
                    String.valueOf(m.trainFreeEnergy()),
                    String.valueOf(m.validationFreeEnergy()),
                    String.valueOf(m.freeEnergyGap()),
                    String.valueOf(m.pseudoLikelihood()),
                    String.valueOf(m.meanActivation()),
                    String.valueOf(m.learningRate()),
                    String.valueOf(m.seconds())))
        .collect(Collectors.joining("\n", HEADER, "\n"));
  }

  /** Four charts of the monitors, a line for every layer. */
  public static BufferedImage chart(List<EpochMetrics> metrics) {
    List<XYChart> charts =
        List.of(
            chart(
                metrics,
                "Reconstruction error",
                "squared, per image",
                EpochMetrics::reconstructionError),
            chart(
                metrics, "Free energy, validation − training", "nats", EpochMetrics::freeEnergyGap),
            chart(
                metrics,
                "Log pseudo-likelihood, validation",
                "nats per image",
                EpochMetrics::pseudoLikelihood),
            chart(
                metrics,
                "Mean activation of hidden units",
                "probability",
                EpochMetrics::meanActivation));
    BufferedImage all =
        new BufferedImage(2 * CHART_WIDTH, 2 * CHART_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    for (int i = 0; i < charts.size(); i++) {
      graphics.drawImage(
          BitmapEncoder.getBufferedImage(charts.get(i)),
          i % 2 * CHART_WIDTH,
          i / 2 * CHART_HEIGHT,
          null);
    }
    graphics.dispose();
    return all;
  }

  private static XYChart chart(
      List<EpochMetrics> metrics,
      String title,
      String unit,
      ToDoubleFunction<EpochMetrics> quantity) {
    XYChart chart =
        new XYChartBuilder()
            .width(CHART_WIDTH)
            .height(CHART_HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(unit)
            .theme(Styler.ChartTheme.Matlab)
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setPlotGridLinesVisible(true);
    metrics.stream()
        .collect(Collectors.groupingBy(EpochMetrics::layer, TreeMap::new, Collectors.toList()))
        .forEach(
            (layer, epochs) ->
                chart
                    .addSeries(
                        "layer " + layer,
                        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                        epochs.stream().mapToDouble(quantity).toArray())
                    .setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }
}
