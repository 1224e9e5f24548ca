package io.github.unitscope.experiments.train;

import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.stacks.training.LayerMetrics;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The table and the curves of the training of a stack.
 *
 * @param <M> what is measured after an epoch
 * @param columns what the table holds of it
 * @param epochs all epochs of all layers
 */
record TrainingReport<M extends LayerMetrics>(List<Column<M>> columns, List<M> epochs) {
  private static final int CHARTS_PER_LINE = 2;

  /** Copies the lists. */
  TrainingReport {
    columns = List.copyOf(columns);
    epochs = List.copyOf(epochs);
  }

  /**
   * A quantity.
   *
   * @param name in the table
   * @param value of an epoch; NaN where it is not defined
   * @param title of its chart; empty for none
   * @param unit of its axis
   */
  record Column<M>(String name, ToDoubleFunction<M> value, String title, String unit) {
    /** A quantity without a chart. */
    Column(String name, ToDoubleFunction<M> value) {
      this(name, value, "", "");
    }
  }

  /** The lines of {@code metrics.csv}; what is not defined is left empty. */
  String csv() {
    ItemTable<M> table = table();
    columns.forEach(
        column ->
            table.column(
                column.name(), epoch -> CsvTable.defined(column.value().applyAsDouble(epoch))));
    return table.csv();
  }

  /** The lines of {@code times.csv}. */
  String times() {
    return table().column("seconds", epoch -> Numbers.seconds(epoch.seconds())).csv();
  }

  private ItemTable<M> table() {
    return new ItemTable<>(epochs)
        .column("layer", LayerMetrics::layer)
        .column("epoch", LayerMetrics::epoch);
  }

  /** A chart for every column with a title, a line in it for every layer. */
  BufferedImage chart() {
    List<XYChart> charts =
        columns.stream().filter(column -> !column.title().isEmpty()).map(this::chart).toList();
    return Charts.grid(charts, CHARTS_PER_LINE);
  }

  private XYChart chart(Column<M> column) {
    XYChart chart =
        Charts.curves(column.title(), "epoch", column.unit(), Styler.LegendPosition.OutsideE);
    ToDoubleFunction<M> value = column.value();
    epochs.stream()
        .filter(epoch -> Double.isFinite(value.applyAsDouble(epoch)))
        .collect(Collectors.groupingBy(LayerMetrics::layer, TreeMap::new, Collectors.toList()))
        .forEach(
            (layer, ofLayer) ->
                chart
                    .addSeries(
                        "layer " + layer,
                        ofLayer.stream().mapToDouble(LayerMetrics::epoch).toArray(),
                        ofLayer.stream().mapToDouble(value).toArray())
                    .setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }
}
