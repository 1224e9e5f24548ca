package io.github.unitscope.experiments.train;

import io.github.unitscope.convnet.training.StepMetrics;
import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.message.Numbers;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The table and the curves of the training of a convolutional network.
 *
 * @param steps how they went
 * @param dropout whether something was dropped in them
 */
public record ConvNetReport(List<StepMetrics> steps, boolean dropout) {
  private static final int LABELS = 10;
  private static final String TRAIN = "training batch, before the step";
  private static final String TEST = "test images, after the step";

  /** Copies the list. */
  public ConvNetReport {
    steps = List.copyOf(steps);
  }

  /** The lines of {@code metrics.csv}; what was not measured is left empty. */
  public String csv() {
    return new ItemTable<>(steps)
        .column("step", StepMetrics::step)
        .column("epoch", StepMetrics::epoch)
        .column("train_loss", StepMetrics::trainLoss)
        .column("train_accuracy", StepMetrics::trainAccuracy)
        .column("test_loss", m -> m.isTested() ? m.testLoss() : null)
        .column("test_accuracy", m -> m.isTested() ? m.testAccuracy() : null)
        .csv();
  }

  /** The lines of {@code times.csv}: how long each step took. */
  public String times() {
    return new ItemTable<>(steps)
        .column("step", StepMetrics::step)
        .column("seconds", m -> Numbers.seconds(m.seconds()))
        .csv();
  }

  /** The loss on the left, the accuracy on the right. */
  public BufferedImage chart() {
    XYChart loss = chart("Cross-entropy", "nats per image", Styler.LegendPosition.InsideNE);
    addTraining(loss, StepMetrics::trainLoss);
    addTests(loss, StepMetrics::testLoss);
    XYChart accuracy = chart("Accuracy", "% of the images", Styler.LegendPosition.InsideSE);
    addTraining(accuracy, m -> 100 * m.trainAccuracy());
    addTests(accuracy, m -> 100 * m.testAccuracy());
    return Charts.grid(List.of(loss, accuracy), 2);
  }

  private XYChart chart(String title, String unit, Styler.LegendPosition legend) {
    XYChart chart = Charts.curves(title, "step", unit, legend);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax((double) lastTick());
    chart.getStyler().setXAxisMaxLabelCount(LABELS);
    chart.getStyler().setXAxisDecimalPattern("0");
    return chart;
  }

  /** A round number of steps. */
  private int lastTick() {
    int round = 10;
    while (LABELS * round < steps.size()) {
      round *= 10;
    }
    return Math.max(1, (steps.size() + round - 1) / round) * round;
  }

  private void addTraining(XYChart chart, ToDoubleFunction<StepMetrics> quantity) {
    add(chart, dropout ? TRAIN + ", with dropout" : TRAIN, steps, quantity)
        .setMarker(SeriesMarkers.NONE);
  }

  private void addTests(XYChart chart, ToDoubleFunction<StepMetrics> quantity) {
    List<StepMetrics> tested = steps.stream().filter(StepMetrics::isTested).toList();
    add(chart, TEST, tested, quantity).setMarker(SeriesMarkers.CIRCLE);
  }

  private static XYSeries add(
      XYChart chart, String name, List<StepMetrics> which, ToDoubleFunction<StepMetrics> quantity) {
    return chart.addSeries(
        name,
        which.stream().mapToDouble(StepMetrics::step).toArray(),
        which.stream().mapToDouble(quantity).toArray());
  }
}
