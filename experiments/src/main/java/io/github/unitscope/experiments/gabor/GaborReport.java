package io.github.unitscope.experiments.gabor;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.gabor.Gabor;
import io.github.unitscope.visualize.gabor.GaborFit;
import io.github.unitscope.visualize.gabor.GaborFitter;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler;

/**
 * Gabor fits to the filters of a first layer, and to the same filters with their pixels shuffled:
 * what the fit explains of structureless filters. Of colour filters the channel with the greatest
 * variance is fitted.
 *
 * @param shape of a fitted channel
 * @param filters [units][height × width]
 * @param fits of the filters
 * @param shuffled fits of the shuffled filters
 */
public record GaborReport(
    ImageShape shape, float[][] filters, List<GaborFit> fits, List<GaborFit> shuffled) {
  /** A filter is a Gabor function if one explains more than this part of its variance. */
  public static final double LEAST_EXPLAINED = 0.5;

  private static final double CONFIDENCE = 0.95;
  private static final int MOST_SHOWN = 100;
  private static final int BINS = 20;

  /** Fits all filters of the first layer. */
  public static GaborReport of(FullyConnected network, Seed seed, Workers workers) {
    ImageShape input = network.inputShape();
    ImageShape shape = ImageShape.grey(input.height(), input.width());
    float[][] filters = new float[network.layer(1).units()][];
    float[][] shuffled = new float[filters.length][];
    float[][] weights = network.weights(1).toRows();
    for (int unit = 0; unit < filters.length; unit++) {
      float[] filter = new float[input.size()];
      for (int i = 0; i < filter.length; i++) {
        filter[i] = weights[i][unit];
      }
      filters[unit] = strongestChannel(filter, input);
      shuffled[unit] = Shuffle.of(filters[unit], seed.derive("shuffled").derive(unit));
    }
    GaborFitter fitter = new GaborFitter(shape.height(), shape.width());
    return new GaborReport(
        shape, filters, fitter.fit(filters, workers), fitter.fit(shuffled, workers));
  }

  private static float[] strongestChannel(float[] filter, ImageShape shape) {
    int plane = shape.height() * shape.width();
    float[] strongest = new float[plane];
    double most = -1;
    for (int channel = 0; channel < shape.channels(); channel++) {
      double sum = 0;
      double squares = 0;
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += filter[i];
        squares += (double) filter[i] * filter[i];
      }
      double variance = squares - sum * sum / plane;
      if (variance > most) {
        most = variance;
        System.arraycopy(filter, channel * plane, strongest, 0, plane);
      }
    }
    return strongest;
  }

  /** How many filters a Gabor function explains. */
  public int count() {
    return count(fits);
  }

  private static int count(List<GaborFit> fits) {
    return (int) fits.stream().filter(fit -> fit.explained() > LEAST_EXPLAINED).count();
  }

  /** The share of filters that a Gabor function explains. */
  public double share() {
    return (double) count() / fits.size();
  }

  /** The 95 % interval of the share (Wilson 1927). */
  public ConfidenceInterval interval() {
    return new WilsonScoreInterval().createInterval(fits.size(), count(), CONFIDENCE);
  }

  /** One line for people. */
  public String describe() {
    ConfidenceInterval interval = interval();
    return String.format(
        Locale.ROOT,
        "a Gabor function explains more than half of the variance of %d of %d filters: %.1f %%"
            + " (95 %% interval %.1f to %.1f); %d of them with shuffled pixels",
        count(),
        fits.size(),
        100 * share(),
        100 * interval.getLowerBound(),
        100 * interval.getUpperBound(),
        count(shuffled));
  }

  /**
   * filters and fits [units, height × width] float32, parameters [units, 8] float64 in the order of
   * {@link Gabor}, explained and shuffledExplained [units] float64.
   */
  public Map<String, NpyArray> arrays() {
    return new ArrayTable<>(fits)
        .put("filters", NpyArray.ofRows(filters))
        .rows("fits", this::image)
        .doubleRows("parameters", GaborReport::row)
        .doubles("explained", GaborFit::explained)
        .put("shuffledExplained", explained(shuffled))
        .arrays();
  }

  private static NpyArray explained(List<GaborFit> fits) {
    double[] values = fits.stream().mapToDouble(GaborFit::explained).toArray();
    return NpyArray.of(values, values.length);
  }

  private static double[] row(GaborFit fit) {
    Gabor g = fit.gabor();
    return new double[] {
      g.x(),
      g.y(),
      g.orientation(),
      g.frequency(),
      g.widthAlong(),
      g.widthAcross(),
      g.phase(),
      g.amplitude()
    };
  }

  private float[] image(GaborFit fit) {
    return fit.gabor().image(shape.height(), shape.width());
  }

  /** A line for every unit. */
  public String csv() {
    CsvTable table =
        new CsvTable(
            "unit",
            "explained",
            "x",
            "y",
            "orientation",
            "frequency",
            "width_along",
            "width_across",
            "phase",
            "amplitude");
    for (int unit = 0; unit < fits.size(); unit++) {
      List<Object> cells = new ArrayList<>(List.of(unit, fits.get(unit).explained()));
      for (double value : row(fits.get(unit))) {
        cells.add(value);
      }
      table.row(cells);
    }
    return table.toString();
  }

  /** Filters and their fits, evenly chosen from the best explained to the worst. */
  public List<Panel> panels() {
    List<Integer> order =
        IntStream.range(0, fits.size())
            .boxed()
            .sorted(Comparator.comparingDouble(unit -> -fits.get(unit).explained()))
            .toList();
    int shown = Math.min(MOST_SHOWN, order.size());
    List<Tile> filterTiles = new ArrayList<>();
    List<Tile> fitTiles = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      int unit = order.get((int) ((long) i * order.size() / shown));
      String explained = String.format(Locale.ROOT, "%.2f", fits.get(unit).explained());
      filterTiles.add(new Tile(filters[unit], String.valueOf(unit), false));
      fitTiles.add(new Tile(image(fits.get(unit)), explained, false));
    }
    int columns = Panel.columnsFor(shown);
    String which =
        shown == fits.size()
            ? "all, best fit first"
            : String.format(
                Locale.ROOT, "%d of %d, evenly spaced from best to worst fit", shown, fits.size());
    return List.of(
        new Panel("Filters", which, shape, filterTiles, columns, Scale.PER_TILE),
        new Panel("Gabor fits", "explained variance", shape, fitTiles, columns, Scale.PER_TILE));
  }

  /** The histogram of the explained variance, of filters and shuffled filters. */
  public CategoryChart histogram() {
    CategoryChart chart =
        Charts.categories(
            "Variance explained by a Gabor function", "explained variance", "filters", 900, 560);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisLabelRotation(60);
    List<String> bins =
        IntStream.range(0, BINS)
            .mapToObj(i -> String.format(Locale.ROOT, "%.2f", (i + 0.5) / BINS))
            .toList();
    chart.addSeries("filters", bins, counts(fits));
    chart.addSeries("filters with shuffled pixels", bins, counts(shuffled));
    return chart;
  }

  private static List<Integer> counts(List<GaborFit> fits) {
    int[] counts = new int[BINS];
    for (GaborFit fit : fits) {
      counts[Math.max(0, Math.min(BINS - 1, (int) (fit.explained() * BINS)))]++;
    }
    return IntStream.of(counts).boxed().toList();
  }
}
