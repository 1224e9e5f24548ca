package io.github.unitscope.experiments.correspond;

import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.occlude.Correspondence.Distances;
import io.github.unitscope.visualize.occlude.Correspondence.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code correspond} leaves.
 *
 * @param layers that were compared
 * @param images numbers of the images
 * @param parts their names and places
 * @param distances for every layer those of every part
 * @param random for every layer those of all random places
 */
public record Correspondences(
    List<Layer> layers,
    List<Integer> images,
    Map<String, List<Place>> parts,
    List<List<Distances>> distances,
    List<Distances> random) {

  /** A table with a line for every layer and part, random places last. */
  public String table() {
    CsvTable table = new CsvTable("layer", "part", "mean", "deviation", "pairs");
    for (int layer = 0; layer < layers.size(); layer++) {
      String name = layers.get(layer).name();
      int part = 0;
      for (String partName : parts.keySet()) {
        append(table, name, partName, distances.get(layer).get(part++));
      }
      append(table, name, "random", random.get(layer));
    }
    return table.toString();
  }

  private static void append(CsvTable table, String layer, String part, Distances distances) {
    table.row(layer, part, distances.mean(), distances.deviation(), distances.distances().length);
  }

  /** One line for a part, or random places: the mean for every layer. */
  public String describe(int part) {
    return range()
        .map(
            layer ->
                String.format(
                    Locale.ROOT,
                    "%s %s",
                    layers.get(layer).title(),
                    brief(part < 0 ? random.get(layer) : distances.get(layer).get(part))))
        .collect(Collectors.joining("; "));
  }

  private Stream<Integer> range() {
    return IntStream.range(0, layers.size()).boxed();
  }

  private static String brief(Distances distances) {
    return String.format(Locale.ROOT, "%.3f ± %.3f", distances.mean(), distances.deviation());
  }

  /**
   * The arrays of {@code results.npz}, with L layers, P parts, I images, D draws of random places:
   * images [I] int32, places [P, I, 2] int32 (row, column), distances [L, P, I·(I−1)/2] and
   * randomDistances [L, D·I·(I−1)/2] float64.
   */
  public Map<String, NpyArray> arrays() {
    int count = images.size();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("images", NpyArray.of(images.stream().mapToInt(Integer::intValue).toArray(), count));
    int[] places =
        parts.values().stream()
            .flatMap(List::stream)
            .flatMapToInt(place -> IntStream.of(place.row(), place.column()))
            .toArray();
    arrays.put("places", NpyArray.of(places, parts.size(), count, 2));
    List<Distances> all = new ArrayList<>();
    distances.forEach(all::addAll);
    arrays.put(
        "distances",
        NpyArray.of(joined(all), layers.size(), parts.size(), count * (count - 1) / 2));
    double[] drawn = joined(random);
    arrays.put("randomDistances", NpyArray.of(drawn, layers.size(), drawn.length / layers.size()));
    return arrays;
  }

  private static double[] joined(List<Distances> all) {
    return all.stream().flatMapToDouble(some -> Arrays.stream(some.distances())).toArray();
  }
}
