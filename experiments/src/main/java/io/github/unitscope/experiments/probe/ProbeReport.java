package io.github.unitscope.experiments.probe;

import io.github.unitscope.experiments.output.CsvTable;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
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
  private static final List<String> COLUMNS =
      List.of(
          "layer",
          "name",
          "units",
          "features",
          "pooled_to",
          "constant_features",
          "penalty",
          "test",
          "test_low",
          "test_high",
          "test_right",
          "test_images",
          "validation",
          "train",
          "steps",
          "residual",
          "converged");

  /** One layer in a line, while others are still at work. */
  public static String line(LayerProbe probe) {
    return String.format(Locale.ROOT, "%s: %s", title(probe), percent(probe.test()));
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
              percent(probe.train()),
              percent(probe.validation()),
              Numbers.brief(probe.penalty())));
      table.append(probe.converged() ? "" : "  not converged");
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%nAlways predicting the most frequent training class: %s.%s",
            percent(probes.chance()),
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

  private static String percent(Accuracy accuracy) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * accuracy.share());
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
    CsvTable table = new CsvTable(COLUMNS);
    for (LayerProbe probe : probes.layers()) {
      Interval test = probe.test().interval();
      table.row(
          probe.layer(),
          CsvTable.quoted(probe.name()),
          probe.grid().from().size(),
          probe.grid().to().size(),
          probe.grid().isPooled() ? places(probe.grid().to()) : "",
          probe.constant(),
          probe.penalty(),
          test.value(),
          test.low(),
          test.high(),
          probe.test().right(),
          probe.test().images(),
          probe.validation().share(),
          probe.train().share(),
          probe.steps(),
          probe.residual(),
          probe.converged());
    }
    return table.toString();
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
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("layers", ints(LayerProbe::layer));
    arrays.put("features", ints(probe -> probe.grid().to().size()));
    arrays.put("constantFeatures", ints(LayerProbe::constant));
    arrays.put("steps", ints(LayerProbe::steps));
    arrays.put("penalty", doubles(LayerProbe::penalty));
    arrays.put("test", doubles(probe -> probe.test().share()));
    arrays.put("testLow", doubles(probe -> probe.test().interval().low()));
    arrays.put("testHigh", doubles(probe -> probe.test().interval().high()));
    arrays.put("validation", doubles(probe -> probe.validation().share()));
    arrays.put("train", doubles(probe -> probe.train().share()));
    arrays.put("residual", doubles(LayerProbe::residual));
    int count = probes.layers().size();
    boolean[] converged = new boolean[count];
    for (int i = 0; i < count; i++) {
      converged[i] = probes.layers().get(i).converged();
    }
    arrays.put("converged", NpyArray.of(converged, count));
    int penalties = settings.penalties().size();
    double[] grid = settings.penalties().stream().mapToDouble(Double::doubleValue).toArray();
    arrays.put("penalties", NpyArray.of(grid, penalties));
    double[] validations =
        probes.layers().stream()
            .flatMap(probe -> probe.validations().stream())
            .mapToDouble(Accuracy::share)
            .toArray();
    arrays.put("validations", NpyArray.of(validations, count, penalties));
    int[] predictions =
        probes.layers().stream().flatMapToInt(p -> Arrays.stream(p.predictions())).toArray();
    int images = probes.labels().length;
    arrays.put("predictions", NpyArray.of(predictions, count, images));
    arrays.put("labels", NpyArray.of(probes.labels(), images));
    arrays.put("chance", NpyArray.of(new double[] {probes.chance().share()}, 1));
    return arrays;
  }

  private NpyArray ints(ToIntFunction<LayerProbe> number) {
    return NpyArray.of(probes.layers().stream().mapToInt(number).toArray(), probes.layers().size());
  }

  private NpyArray doubles(ToDoubleFunction<LayerProbe> number) {
    return NpyArray.of(
        probes.layers().stream().mapToDouble(number).toArray(), probes.layers().size());
  }

  /** Test accuracy over the layers, with its interval, beside that on the training images. */
  public CategoryChart chart() {
    int count = probes.layers().size();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Math.max(900, 240 + 24 * count))
            .height(560)
            .title(
                String.format(
                    Locale.ROOT,
                    "Linear classifiers by layer: %d training images of %s",
                    probes.trainImages(),
                    data))
            .xAxisTitle("layer")
            .yAxisTitle("accuracy, %")
            .theme(Styler.ChartTheme.Matlab)
            .build();
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
