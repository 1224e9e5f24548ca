package io.github.unitscope.experiments.train;

import io.github.unitscope.experiments.output.ChartGrid;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.message.Numbers;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The table and the curves of a training.
 *
 * @param columns what was measured
 * @param rows a row for every epoch of every layer
 */
public record TrainingReport(List<Column> columns, List<Row> rows) {
  private static final int CHARTS_PER_LINE = 2;

  /** Copies the lists. */
  public TrainingReport {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A quantity.
   *
   * @param name in the table
   * @param title of its chart; empty for none
   * @param unit of its axis
   */
  public record Column(String name, String title, String unit) {
    /** A quantity without a chart. */
    public static Column inTable(String name) {
      return new Column(name, "", "");
    }
  }

  /**
   * An epoch.
   *
   * @param layer from 1
   * @param epoch from 1
   * @param values in the order of the columns; NaN where a quantity is not defined
   */
  public record Row(int layer, int epoch, double... values) {}

  /** The lines of {@code metrics.csv}; what is not defined is left empty. */
  public String csv() {
    List<String> titles = new ArrayList<>(List.of("layer", "epoch"));
    columns.stream().map(Column::name).forEach(titles::add);
    CsvTable table = new CsvTable(titles);
    for (Row row : rows) {
      List<Object> cells = new ArrayList<>(List.of(row.layer(), row.epoch()));
      Arrays.stream(row.values()).mapToObj(CsvTable::defined).forEach(cells::add);
      table.row(cells);
    }
    return table.toString();
  }

  /**
   * The lines of {@code times.csv}.
   *
   * @param seconds that the epochs took, one for each row
   */
  public String times(List<Double> seconds) {
    CsvTable table = new CsvTable("layer", "epoch", "seconds");
    for (int i = 0; i < rows.size(); i++) {
      table.row(rows.get(i).layer(), rows.get(i).epoch(), Numbers.seconds(seconds.get(i)));
    }
    return table.toString();
  }

  /** A chart for every column with a title, a line in it for every layer. */
  public BufferedImage chart() {
    List<XYChart> charts =
        IntStream.range(0, columns.size())
            .filter(i -> !columns.get(i).title().isEmpty())
            .mapToObj(this::chart)
            .toList();
    return ChartGrid.of(charts, CHARTS_PER_LINE);
  }

  private XYChart chart(int column) {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartGrid.WIDTH)
            .height(ChartGrid.HEIGHT)
            .title(columns.get(column).title())
            .xAxisTitle("epoch")
            .yAxisTitle(columns.get(column).unit())
            .theme(Styler.ChartTheme.Matlab)
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setPlotGridLinesVisible(true);
    rows.stream()
        .filter(row -> Double.isFinite(row.values()[column]))
        .collect(Collectors.groupingBy(Row::layer, TreeMap::new, Collectors.toList()))
        .forEach(
            (layer, epochs) ->
                chart
                    .addSeries(
                        "layer " + layer,
                        epochs.stream().mapToDouble(Row::epoch).toArray(),
                        epochs.stream().mapToDouble(row -> row.values()[column]).toArray())
                    .setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }
}
