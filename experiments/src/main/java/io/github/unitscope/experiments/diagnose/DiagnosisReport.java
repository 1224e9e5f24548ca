package io.github.unitscope.experiments.diagnose;

import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.diagnose.EqualFilters;
import io.github.unitscope.visualize.diagnose.FilterSpectrum;
import io.github.unitscope.visualize.diagnose.LayerActivity;
import io.github.unitscope.visualize.diagnose.UnitState;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What {@code diagnose} found.
 *
 * @param layers that were looked at
 * @param filters of the first layer
 * @param spectra of the filters
 * @param equal pairs of filters
 */
public record DiagnosisReport(
    List<LayerActivity> layers,
    Convolutional.Filters filters,
    List<FilterSpectrum> spectra,
    List<EqualFilters> equal) {
  private static final int MOST_SHOWN = 64;

  /** A line for every layer, then for the filters. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-26s %9s %6s %9s %12s",
            "layer",
            "channels",
            "dead",
            "constant",
            "share on"));
    for (LayerActivity layer : layers) {
      double on = Arrays.stream(layer.onShare()).average().orElse(0);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %9d %6d %9d %10.1f %%",
              layer.layer().name(),
              layer.greatest().length,
              layer.count(UnitState.DEAD),
              layer.count(UnitState.CONSTANT),
              100 * on));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%d first-layer filters: median share of energy at extreme frequencies %.1f %% (low %.1f %%, high %.1f %%), aliased by stride %d %.1f %%; %d near-duplicate pairs",
            spectra.size(),
            100 * median(FilterSpectrum::extreme),
            100 * median(FilterSpectrum::low),
            100 * median(FilterSpectrum::high),
            filters.stride(),
            100 * median(FilterSpectrum::aliased),
            equal.size()));
    return lines;
  }

  private double median(ToDoubleFunction<FilterSpectrum> share) {
    double[] values = spectra.stream().mapToDouble(share).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** A row for every channel of every layer. */
  public String unitsCsv() {
    CsvTable table =
        new CsvTable("layer", "channel", "state", "least", "greatest", "mean", "on_share");
    for (LayerActivity layer : layers) {
      for (int channel = 0; channel < layer.greatest().length; channel++) {
        table.row(
            layer.layer().name(),
            channel,
            EnumWord.of(layer.state(channel)),
            sixDigits(layer.least()[channel]),
            sixDigits(layer.greatest()[channel]),
            sixDigits(layer.mean()[channel]),
            sixDigits(layer.onShare()[channel]));
      }
    }
    return table.toString();
  }

  private static String sixDigits(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private static String sixPlaces(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /** A row for every filter. */
  public String filtersCsv() {
    List<Integer> numbers = IntStream.range(0, spectra.size()).boxed().toList();
    return new ItemTable<>(numbers)
        .column("filter", i -> i)
        .column("low", i -> sixPlaces(spectra.get(i).low()))
        .column("high", i -> sixPlaces(spectra.get(i).high()))
        .column("extreme", i -> sixPlaces(spectra.get(i).extreme()))
        .column("aliased", i -> sixPlaces(spectra.get(i).aliased()))
        .csv();
  }

  /** A row for every pair of nearly equal filters. */
  public String equalCsv() {
    return new ItemTable<>(equal)
        .column("first", EqualFilters::first)
        .column("second", EqualFilters::second)
        .column("cosine", pair -> sixPlaces(pair.cosine()))
        .csv();
  }

  /**
   * filters [filters, values], spectra [filters, 64, 64], low, high, aliased [filters]; of every
   * layer LAYER.least, LAYER.greatest, LAYER.mean, LAYER.onShare [channels].
   */
  public Map<String, NpyArray> arrays() {
    ArrayTable<FilterSpectrum> table =
        new ArrayTable<>(spectra)
            .put("filters", NpyArray.ofRows(filters.values()))
            .rows("spectra", FilterSpectrum::power, FilterSpectrum.GRID, FilterSpectrum.GRID)
            .doubles("low", FilterSpectrum::low)
            .doubles("high", FilterSpectrum::high)
            .doubles("aliased", FilterSpectrum::aliased);
    for (LayerActivity layer : layers) {
      // Names of layers may hold what names of arrays may not.
      String prefix = "layer" + layer.layer().index() + ".";
      table
          .put(prefix + "least", of(layer.least()))
          .put(prefix + "greatest", of(layer.greatest()))
          .put(prefix + "mean", of(layer.mean()))
          .put(prefix + "onShare", of(layer.onShare()));
    }
    return table.arrays();
  }

  private static NpyArray of(double[] values) {
    return NpyArray.of(values, values.length);
  }

  /** Filters and their spectra side by side, those of most extreme frequencies first. */
  public List<Panel> panels() {
    List<Integer> order =
        IntStream.range(0, spectra.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -spectra.get(i).extreme()))
            .limit(MOST_SHOWN)
            .toList();
    List<Tile> images = new ArrayList<>();
    List<Tile> powers = new ArrayList<>();
    for (int i : order) {
      FilterSpectrum spectrum = spectra.get(i);
      images.add(new Tile(filters.values()[i], String.valueOf(i), spectrum.isZero()));
      String share = String.format(Locale.ROOT, "%.0f %%", 100 * spectrum.extreme());
      powers.add(new Tile(roots(spectrum.power()), share, spectrum.isZero()));
    }
    int columns = Panel.columnsFor(images.size());
    return List.of(
        new Panel(
            "First-layer filters",
            "grey is 0",
            filters.shape(),
            images,
            columns,
            Scale.PER_TILE,
            "zero"),
        new Panel(
            "Amplitude spectra",
            "frequency 0 in the centre; share of energy at extreme frequencies",
            ImageShape.grey(FilterSpectrum.GRID, FilterSpectrum.GRID),
            powers,
            columns,
            Scale.FROM_ZERO,
            "zero"));
  }

  private static float[] roots(float[] power) {
    float[] roots = new float[power.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(power[i]);
    }
    return roots;
  }
}
