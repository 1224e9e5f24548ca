package io.github.unitscope.experiments.finetune;

import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.stacks.classifier.FineTuneEpoch;
import io.github.unitscope.stacks.classifier.FineTuned;
import io.github.unitscope.stacks.classifier.Predictions;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The table, the curves and the arrays of a fine-tuning.
 *
 * @param tuned what came out
 */
public record FineTuneReport(FineTuned tuned) {
  /** The lines of {@code metrics.csv}; {@code best} is 1 for the epoch that was chosen. */
  public String csv() {
    return new ItemTable<>(tuned.epochs())
        .column("epoch", FineTuneEpoch::epoch)
        .column("train_loss", FineTuneEpoch::trainLoss)
        .column("validation_loss", FineTuneEpoch::validationLoss)
        .column("validation_error", FineTuneEpoch::validationError)
        .column("learning_rate", FineTuneEpoch::learningRate)
        .column("best", e -> e.epoch() == tuned.best().epoch() ? 1 : 0)
        .csv();
  }

  /** The lines of {@code times.csv}: how long each epoch took. */
  public String times() {
    return new ItemTable<>(tuned.epochs())
        .column("epoch", FineTuneEpoch::epoch)
        .column("seconds", e -> Numbers.seconds(e.seconds()))
        .csv();
  }

  /** Losses on the left, the validation error on the right. */
  public BufferedImage chart() {
    XYChart losses = chart("Loss", "nats per image");
    add(losses, "training, with dropout", tuned.epochs(), FineTuneEpoch::trainLoss);
    add(losses, "validation", tuned.epochs(), FineTuneEpoch::validationLoss);
    XYChart errors = chart("Validation error", "%");
    add(errors, "validation", tuned.epochs(), FineTuneReport::percentage);
    add(errors, "chosen", List.of(tuned.best()), FineTuneReport::percentage);
    return Charts.grid(List.of(losses, errors), 2);
  }

  private static double percentage(FineTuneEpoch epoch) {
    return 100 * epoch.validationError();
  }

  private static XYChart chart(String title, String unit) {
    return Charts.curves(title, "epoch", unit, Styler.LegendPosition.InsideNE);
  }

  private static void add(
      XYChart chart,
      String name,
      List<FineTuneEpoch> epochs,
      ToDoubleFunction<FineTuneEpoch> quantity) {
    chart
        .addSeries(
            name,
            epochs.stream().mapToDouble(FineTuneEpoch::epoch).toArray(),
            epochs.stream().mapToDouble(quantity).toArray())
        .setMarker(SeriesMarkers.CIRCLE);
  }

  /**
   * The arrays of {@code results.npz}: labels and predictions [images] int32 and confusion
   * [classes, classes] int32 (true class, predicted class) of the test images.
   */
  public static Map<String, NpyArray> arrays(Predictions test) {
    int classes = test.classes();
    int[] confusion = new int[classes * classes];
    for (int i = 0; i < confusion.length; i++) {
      confusion[i] = test.confusion()[i / classes][i % classes];
    }
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("labels", NpyArray.of(test.labels(), test.size()));
    arrays.put("predictions", NpyArray.of(test.predicted(), test.size()));
    arrays.put("confusion", NpyArray.of(confusion, classes, classes));
    return arrays;
  }

  /** The confusion matrix as lines: a row for every true class, a column for every prediction. */
  public static String confusionTable(Predictions test) {
    int[][] confusion = test.confusion();
    List<String> columns = new ArrayList<>(List.of("true\\predicted"));
    IntStream.range(0, test.classes()).mapToObj(String::valueOf).forEach(columns::add);
    CsvTable table = new CsvTable(columns);
    for (int label = 0; label < test.classes(); label++) {
      List<Integer> cells = new ArrayList<>(List.of(label));
      Arrays.stream(confusion[label]).forEach(cells::add);
      table.row(cells);
    }
    return table.toString();
  }

  /** An error with its interval, for people. */
  public static String describe(Predictions predictions) {
    double[] interval = predictions.interval();
    return String.format(
        Locale.ROOT,
        "%.2f %% (%d of %d, 95 %% interval %.2f to %.2f %%)",
        100 * predictions.error(),
        predictions.errors(),
        predictions.size(),
        100 * interval[0],
        100 * interval[1]);
  }
}
