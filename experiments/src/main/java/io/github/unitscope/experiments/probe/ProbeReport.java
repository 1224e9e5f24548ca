package io.github.unitscope.experiments.probe;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.message.PlainText;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.probe.Accuracy;
import io.github.unitscope.visualize.probe.FeatureGrid;
import io.github.unitscope.visualize.probe.LayerProbe;
import io.github.unitscope.visualize.probe.ProbeSettings;
import io.github.unitscope.visualize.probe.Probes;
import io.github.unitscope.visualize.stat.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The table, the arrays and the chart of {@code probe}.
 *
 * @param probes the pixels and the layers
 * @param settings by which they were trained
 * @param data the name of the dataset
 */
public record ProbeReport(Probes probes, ProbeSettings settings, String data) {
  private static final Color TEST = new Color(0x1F, 0x5F, 0xA8);
  private static final Color INTERVAL = new Color(0x9D, 0xBF, 0xE3);
  private static final Color PALE = new Color(0x99, 0x99, 0x99);
  private static final int MOST_WITHOUT_ROTATION = 8;

  /** One layer in a line, while others are still at work. */
  public static String line(LayerProbe probe) {
    return String.format(
        Locale.ROOT, "%s: %s", title(probe), Numbers.percent(probe.test().share()));
  }

  private static String title(LayerProbe probe) {
    return probe.layer() == 0 ? "pixels" : PlainText.of(probe.name());
  }

  /** What people read on the terminal. */
  public String table() {
    int widest = probes.layers().stream().mapToInt(p -> title(p).length()).max().orElse(0);
    String form = "%-" + Math.max("layer".length(), widest) + "s  %20s  %22s  %8s  %10s  %7s";
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "A linear classifier for each layer, trained on %d images of %s, %d classes; %d test images.%n",
            probes.trainImages(),
            data,
            probes.classes(),
            probes.labels().length));
    table.append(
        String.format(
            Locale.ROOT,
            form,
            "layer",
            "features",
            "test (95 % interval)",
            "training",
            "validation",
            "λ"));
    for (LayerProbe probe : probes.layers()) {
      table.append(System.lineSeparator());
      table.append(
          String.format(
              Locale.ROOT,
              form,
              title(probe),
              features(probe),
              interval(probe.test()),
              Numbers.percent(probe.train().share()),
              Numbers.percent(probe.validation().share()),
              Numbers.brief(probe.penalty())));
      table.append(probe.converged() ? "" : "  not converged");
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%nAlways predicting the most frequent training class: %s.%s",
            Numbers.percent(probes.chance().share()),
            pooled()));
    return table.toString();
  }

  private String pooled() {
    boolean any = probes.layers().stream().anyMatch(probe -> probe.grid().isPooled());
    return any
        ? String.format(
            Locale.ROOT,
            " mean of: layers of more than %d units are averaged over the cells of a coarse grid.",
            settings.mostFeatures())
        : "";
  }

  private static String features(LayerProbe probe) {
    FeatureGrid grid = probe.grid();
    return grid.isPooled()
        ? String.format(Locale.ROOT, "%s, mean of %s", grid.to(), places(grid.from()))
        : size(grid);
  }

  private static String size(FeatureGrid grid) {
    ImageShape shape = grid.to();
    return shape.height() * shape.width() == 1 ? String.valueOf(shape.size()) : shape.toString();
  }

  private static String places(ImageShape shape) {
    return shape.height() + "x" + shape.width();
  }

  private static String interval(Accuracy accuracy) {
    Interval interval = accuracy.interval();
    return String.format(
        Locale.ROOT,
        "%.2f %% (%.2f–%.2f)",
        100 * accuracy.share(),
        100 * interval.low(),
        100 * interval.high());
  }

  /** A line for the pixels (layer 0) and for every layer. */
  public String csv() {
    return new ItemTable<>(probes.layers())
        .column("layer", LayerProbe::layer)
        .column("name", probe -> CsvTable.quoted(probe.name()))
        .column("units", probe -> probe.grid().from().size())
        .column("features", probe -> probe.grid().to().size())
        .column("pooled_to", probe -> probe.grid().isPooled() ? places(probe.grid().to()) : "")
        .column("constant_features", LayerProbe::constant)
        .column("penalty", LayerProbe::penalty)
        .column("test", probe -> probe.test().interval().value())
        .column("test_low", probe -> probe.test().interval().low())
        .column("test_high", probe -> probe.test().interval().high())
        .column("test_right", probe -> probe.test().right())
        .column("test_images", probe -> probe.test().images())
        .column("validation", probe -> probe.validation().share())
        .column("train", probe -> probe.train().share())
        .column("steps", LayerProbe::steps)
        .column("residual", LayerProbe::residual)
        .column("converged", LayerProbe::converged)
        .csv();
  }

  /** A line for every penalty of every layer. */
  public String validationCsv() {
    CsvTable table = new CsvTable("layer", "name", "penalty", "validation", "chosen");
    for (LayerProbe probe : probes.layers()) {
      for (int i = 0; i < settings.penalties().size(); i++) {
        double penalty = settings.penalties().get(i);
        table.row(
            probe.layer(),
            CsvTable.quoted(probe.name()),
            penalty,
            probe.validations().get(i).share(),
            penalty == probe.penalty());
      }
    }
    return table.toString();
  }

  /**
   * layers [L] int32 (0 for the pixels), features, constantFeatures, steps [L] int32, penalty,
   * test, testLow, testHigh, validation, train, residual [L] float64, converged [L] bool, penalties
   * [P] float64, validations [L, P] float64, predictions [L, T] int32, labels [T] int32, chance
   * float64.
   */
  public Map<String, NpyArray> arrays() {
    double[] penalties = settings.penalties().stream().mapToDouble(Double::doubleValue).toArray();
    int[] labels = probes.labels();
    return new ArrayTable<>(probes.layers())
        .ints("layers", LayerProbe::layer)
        .ints("features", probe -> probe.grid().to().size())
        .ints("constantFeatures", LayerProbe::constant)
        .ints("steps", LayerProbe::steps)
        .doubles("penalty", LayerProbe::penalty)
        .doubles("test", probe -> probe.test().share())
        .doubles("testLow", probe -> probe.test().interval().low())
        .doubles("testHigh", probe -> probe.test().interval().high())
        .doubles("validation", probe -> probe.validation().share())
        .doubles("train", probe -> probe.train().share())
        .doubles("residual", LayerProbe::residual)
        .booleans("converged", LayerProbe::converged)
        .put("penalties", NpyArray.of(penalties, penalties.length))
        .doubleRows(
            "validations",
            probe -> probe.validations().stream().mapToDouble(Accuracy::share).toArray())
        .intRows("predictions", LayerProbe::predictions)
        .put("labels", NpyArray.of(labels, labels.length))
        .put("chance", NpyArray.of(new double[] {probes.chance().share()}, 1))
        .arrays();
  }

  /** Test accuracy over the layers, with its interval, beside that on the training images. */
  public CategoryChart chart() {
    int count = probes.layers().size();
    CategoryChart chart =
        Charts.categories(
            String.format(
                Locale.ROOT,
                "Linear classifiers by layer: %d training images of %s",
                probes.trainImages(),
                data),
            "layer",
            "accuracy, %",
            Math.max(900, 240 + 24 * count),
            560);
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setXAxisLabelRotation(count > MOST_WITHOUT_ROTATION ? 60 : 0);
    add(chart, "training", p -> p.train().share(), PALE, SeriesMarkers.NONE);
    add(
        chart,
        "test, 95 % interval, low",
        p -> p.test().interval().low(),
        INTERVAL,
        SeriesMarkers.NONE);
    add(chart, "high", p -> p.test().interval().high(), INTERVAL, SeriesMarkers.NONE);
    add(chart, "test", p -> p.test().share(), TEST, SeriesMarkers.CIRCLE);
    return chart;
  }

  private void add(
      CategoryChart chart,
      String name,
      ToDoubleFunction<LayerProbe> share,
      Color color,
      Marker marker) {
    List<String> labels = probes.layers().stream().map(ProbeReport::title).toList();
    List<Double> values =
        probes.layers().stream().map(probe -> 100 * share.applyAsDouble(probe)).toList();
    CategorySeries series = chart.addSeries(name, labels, values);
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setMarker(marker);
    series.setLineStyle(new BasicStroke(marker == SeriesMarkers.NONE ? 1.5f : 2.5f));
  }
}
