package io.github.unitscope.experiments.output;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.sample.Mixing;
import io.github.unitscope.visualize.sample.UnitSamples;
import io.github.unitscope.visualize.select.UnitResponses;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The arrays of {@code results.npz}. U is the number of units, R of restarts, S of samples; the
 * docs/files.md documents each.
 */
public final class ResultArrays {
  private ResultArrays() {}

  /**
   * Of {@code maximize}: those of {@link #maximization(List)}, and preactivations and activations
   * [U, R] float64; means over the places where a unit is a channel.
   */
  public static Map<String, NpyArray> maximization(
      Network network, UnitSelector choice, List<UnitMaxima> maxima) {
    int restarts = maxima.get(0).restarts().size();
    float[][] images =
        maxima.stream()
            .flatMap(unit -> unit.restarts().stream())
            .map(Maximum::image)
            .toArray(float[][]::new);
    int[] units = new int[images.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = maxima.get(i / restarts).unit();
    }
    UnitResponses responses = UnitResponses.of(network, images, choice, units);
    int[] shape = {maxima.size(), restarts};
    Map<String, NpyArray> arrays = maximization(maxima);
    arrays.put("preactivations", doubles(responses.preactivations(), shape));
    arrays.put("activations", doubles(responses.activations(), shape));
    return arrays;
  }

  /**
   * Of {@code maximize --objective}: units [U], images and starts [U, R, inputs], values, residuals
   * [U, R] float64, steps [U, R] int32, converged [U, R] bool.
   */
  public static Map<String, NpyArray> maximization(List<UnitMaxima> maxima) {
    int restarts = maxima.get(0).restarts().size();
    List<Maximum> all = maxima.stream().flatMap(unit -> unit.restarts().stream()).toList();
    float[][] images = all.stream().map(Maximum::image).toArray(float[][]::new);
    float[][] starts = all.stream().map(Maximum::start).toArray(float[][]::new);
    boolean[] converged = new boolean[all.size()];
    for (int i = 0; i < converged.length; i++) {
      converged[i] = all.get(i).converged();
    }
    int[] shape = {maxima.size(), restarts};
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("units", units(maxima.stream().map(UnitMaxima::unit).toList()));
    arrays.put("images", stack(images, shape));
    arrays.put("starts", stack(starts, shape));
    arrays.put("values", doubles(all.stream().mapToDouble(Maximum::value).toArray(), shape));
    arrays.put("residuals", doubles(all.stream().mapToDouble(Maximum::residual).toArray(), shape));
    arrays.put("steps", NpyArray.of(all.stream().mapToInt(Maximum::steps).toArray(), shape));
    arrays.put("converged", NpyArray.of(converged, shape));
    return arrays;
  }

  /**
   * Of {@code sample}: units [U], mean and meanError [U, inputs], samples [U, S, inputs] (those
   * that were kept), autocorrelationTime, effectiveSamples, rhat [U] float64, mixed and
   * timeIsLowerBound [U] bool.
   */
  public static Map<String, NpyArray> sampling(List<UnitSamples> samples) {
    int perUnit = samples.get(0).samples().length;
    float[][] all =
        samples.stream().flatMap(unit -> List.of(unit.samples()).stream()).toArray(float[][]::new);
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("units", units(samples.stream().map(UnitSamples::unit).toList()));
    arrays.put(
        "mean", NpyArray.ofRows(samples.stream().map(UnitSamples::mean).toArray(float[][]::new)));
    arrays.put("samples", stack(all, samples.size(), perUnit));
    List<Mixing> mixing = samples.stream().map(UnitSamples::mixing).toList();
    arrays.put(
        "meanError",
        NpyArray.ofRows(mixing.stream().map(Mixing::meanError).toArray(float[][]::new)));
    arrays.put("autocorrelationTime", doubles(mixing, Mixing::autocorrelationTime));
    arrays.put("effectiveSamples", doubles(mixing, Mixing::effectiveSamples));
    arrays.put("rhat", doubles(mixing, Mixing::rhat));
    arrays.put("mixed", booleans(mixing, Mixing::mixed));
    arrays.put("timeIsLowerBound", booleans(mixing, Mixing::timeIsLowerBound));
    return arrays;
  }

  /**
   * Of {@code combine}: units [U], images [U, inputs], filters [U] (how many of layer 1 are in
   * them), share [U] (of the squared weights that were followed).
   */
  public static Map<String, NpyArray> combination(List<Combination> combinations) {
    int count = combinations.size();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("units", units(combinations.stream().map(Combination::unit).toList()));
    arrays.put(
        "images",
        NpyArray.ofRows(combinations.stream().map(Combination::image).toArray(float[][]::new)));
    arrays.put(
        "filters",
        NpyArray.of(combinations.stream().mapToInt(Combination::filters).toArray(), count));
    arrays.put(
        "share",
        NpyArray.of(combinations.stream().mapToDouble(Combination::share).toArray(), count));
    return arrays;
  }

  /** The same arrays with a prefix before their names. */
  public static Map<String, NpyArray> prefixed(String prefix, Map<String, NpyArray> arrays) {
    Map<String, NpyArray> prefixed = new LinkedHashMap<>();
    arrays.forEach((name, array) -> prefixed.put(prefix + name, array));
    return prefixed;
  }

  private static NpyArray units(List<Integer> units) {
    return NpyArray.of(units.stream().mapToInt(Integer::intValue).toArray(), units.size());
  }

  private static NpyArray doubles(List<Mixing> mixing, ToDoubleFunction<Mixing> number) {
    double[] values = mixing.stream().mapToDouble(number).toArray();
    return NpyArray.of(values, values.length);
  }

  private static NpyArray booleans(List<Mixing> mixing, Predicate<Mixing> property) {
    boolean[] values = new boolean[mixing.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = property.test(mixing.get(i));
    }
    return NpyArray.of(values, values.length);
  }

  private static NpyArray doubles(double[] values, int... shape) {
    return NpyArray.of(values, shape);
  }

  /** Rows as an array with their length as the last dimension. */
  private static NpyArray stack(float[][] rows, int... shape) {
    int length = rows[0].length;
    float[] values = new float[Math.multiplyExact(rows.length, length)];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, values, row * length, length);
    }
    int[] full = Arrays.copyOf(shape, shape.length + 1);
    full[shape.length] = length;
    return NpyArray.of(values, full);
  }
}
