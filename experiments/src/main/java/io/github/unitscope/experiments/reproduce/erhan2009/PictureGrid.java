package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import io.github.unitscope.visualize.stat.Cosine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Panels of the paper's figures, from what {@code compare} left for a layer.
 *
 * @param title of the model and layer, before that of a method
 * @param shape of a picture
 * @param layer its pictures
 */
record PictureGrid(String title, ImageShape shape, ComparedLayer layer) {
  private static final int UNITS = 36;
  private static final int SAMPLED_UNITS = 6;
  private static final int SAMPLES = 10;

  Panel maxima() {
    float[][] maxima = layer.maxima();
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < shown(); i++) {
      boolean converged = layer.converged()[i * layer.restartsPerUnit() + layer.best()[i]];
      tiles.add(new Tile(maxima[i], String.valueOf(layer.units()[i]), !converged));
    }
    return panel(
        String.format(Locale.ROOT, "best of %d starts", layer.restartsPerUnit()),
        tiles,
        Scale.SHARED);
  }

  /** All restarts of the unit whose pictures differ as much as those of half of the units. */
  Panel restarts() {
    int unit = typicalUnit();
    List<Integer> order =
        IntStream.range(0, layer.restartsPerUnit())
            .boxed()
            .sorted(Comparator.comparing(restart -> restart != layer.best()[unit]))
            .toList();
    List<Tile> tiles = new ArrayList<>();
    for (int restart : order) {
      int row = unit * layer.restartsPerUnit() + restart;
      tiles.add(new Tile(layer.restarts()[row], "", !layer.converged()[row]));
    }
    String subtitle =
        String.format(
            Locale.ROOT, "unit %d from %d starts, best first", layer.units()[unit], tiles.size());
    return panel(subtitle, tiles, Scale.SHARED);
  }

  private int typicalUnit() {
    List<Integer> order =
        IntStream.range(0, layer.units().length)
            .boxed()
            .sorted(Comparator.comparingDouble(this::meanCosineToBest))
            .toList();
    return order.get(order.size() / 2);
  }

  private double meanCosineToBest(int unit) {
    int from = unit * layer.restartsPerUnit();
    float[] best = layer.restarts()[from + layer.best()[unit]];
    return IntStream.range(from, from + layer.restartsPerUnit())
        .mapToDouble(row -> Cosine.between(best, layer.restarts()[row]))
        .average()
        .orElseThrow();
  }

  Panel means(Scale scale) {
    return panel("mean of samples", tiles(layer.means()), scale);
  }

  Panel combinations() {
    return panel("linear combination", tiles(layer.combinations()), Scale.PER_TILE);
  }

  /** A row for every unit: the mean first, then samples that are spread over all chains. */
  Panel samples(Scale scale) {
    int perUnit = layer.samplesPerUnit();
    int shown = Math.min(SAMPLES, perUnit);
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < Math.min(SAMPLED_UNITS, layer.units().length); i++) {
      tiles.add(new Tile(layer.means()[i], layer.units()[i] + " mean", false));
      for (int j = 1; j <= shown; j++) {
        tiles.add(new Tile(layer.samples()[i * perUnit + j * perUnit / shown - 1], "", false));
      }
    }
    return new Panel(title, "a row for every unit", shape, tiles, 1 + shown, scale);
  }

  private int shown() {
    return Math.min(UNITS, layer.units().length);
  }

  private List<Tile> tiles(float[][] pictures) {
    return IntStream.range(0, shown())
        .mapToObj(i -> new Tile(pictures[i], String.valueOf(layer.units()[i]), false))
        .toList();
  }

  private Panel panel(String subtitle, List<Tile> tiles, Scale scale) {
    return new Panel(title, subtitle, shape, tiles, Panel.columnsFor(tiles.size()), scale);
  }
}
