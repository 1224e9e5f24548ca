package io.github.unitscope.experiments.output;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.sample.UnitSamples;
import io.github.unitscope.visualize.select.UnitResponses;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays of {@code results.npz}. U is the number of units, R of restarts, S of samples;
 * docs/files.md describes each.
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
    float[][] images = all(maxima).stream().map(Maximum::image).toArray(float[][]::new);
    int[] units = new int[images.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = maxima.get(i / restarts).unit();
    }
    UnitResponses responses = UnitResponses.of(network, images, choice, units);
    Map<String, NpyArray> arrays = maximization(maxima);
    arrays.put("preactivations", NpyArray.of(responses.preactivations(), maxima.size(), restarts));
    arrays.put("activations", NpyArray.of(responses.activations(), maxima.size(), restarts));
    return arrays;
  }

  private static List<Maximum> all(List<UnitMaxima> maxima) {
    return maxima.stream().flatMap(unit -> unit.restarts().stream()).toList();
  }

  /**
   * Of {@code maximize --objective}: units [U], images and starts [U, R, inputs], values, residuals
   * [U, R] float64, steps [U, R] int32, converged [U, R] bool.
   */
  public static Map<String, NpyArray> maximization(List<UnitMaxima> maxima) {
    return new ArrayTable<>("", all(maxima), maxima.size(), maxima.get(0).restarts().size())
        .put("units", maxima.stream().map(UnitMaxima::unit).toList())
        .rows("images", Maximum::image)
        .rows("starts", Maximum::start)
        .doubles("values", Maximum::value)
        .doubles("residuals", Maximum::residual)
        .ints("steps", Maximum::steps)
        .booleans("converged", Maximum::converged)
        .arrays();
  }

  /**
   * Of {@code sample}: units [U], mean and meanError [U, inputs], samples [U, S, inputs] (those
   * that were kept), autocorrelationTime, effectiveSamples, rhat [U] float64, mixed and
   * timeIsLowerBound [U] bool.
   */
  public static Map<String, NpyArray> sampling(List<UnitSamples> samples) {
    int inputs = samples.get(0).mean().length;
    return new ArrayTable<>(samples)
        .ints("units", UnitSamples::unit)
        .rows("mean", UnitSamples::mean)
        .rows("samples", ResultArrays::joined, samples.get(0).samples().length, inputs)
        .rows("meanError", unit -> unit.mixing().meanError())
        .doubles("autocorrelationTime", unit -> unit.mixing().autocorrelationTime())
        .doubles("effectiveSamples", unit -> unit.mixing().effectiveSamples())
        .doubles("rhat", unit -> unit.mixing().rhat())
        .booleans("mixed", unit -> unit.mixing().mixed())
        .booleans("timeIsLowerBound", unit -> unit.mixing().timeIsLowerBound())
        .arrays();
  }

  private static float[] joined(UnitSamples unit) {
    return NpyArray.ofRows(unit.samples()).floats();
  }

  /**
   * Of {@code combine}: units [U], images [U, inputs], filters [U] (how many of layer 1 are in
   * them), share [U] (of the squared weights that were followed).
   */
  public static Map<String, NpyArray> combination(List<Combination> combinations) {
    return new ArrayTable<>(combinations)
        .ints("units", Combination::unit)
        .rows("images", Combination::image)
        .ints("filters", Combination::filters)
        .doubles("share", Combination::share)
        .arrays();
  }

  /** The same arrays with a prefix before their names. */
  public static Map<String, NpyArray> prefixed(String prefix, Map<String, NpyArray> arrays) {
    Map<String, NpyArray> prefixed = new LinkedHashMap<>();
    arrays.forEach((name, array) -> prefixed.put(prefix + name, array));
    return prefixed;
  }
}
