package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code compare} left for a layer.
 *
 * @param units from 0
 * @param restarts [units × restarts][inputs] of activation maximization, the unit's one after
 *     another
 * @param best [units], the restart of greatest value
 * @param converged [units × restarts]
 * @param means [units][inputs] of sampling; empty where the model was not sampled from
 * @param samples [units × samples][inputs]; empty likewise
 * @param combinations [units][inputs]
 */
public record ComparedLayer(
    int[] units,
    float[][] restarts,
    int[] best,
    boolean[] converged,
    float[][] means,
    float[][] samples,
    float[][] combinations) {
  private static final float[][] NONE = {};

  /**
   * Reads the results of a run.
   *
   * @param folder of the run
   * @throws io.github.unitscope.network.message.InvalidInputException if they are missing or
   *     damaged
   */
  public static ComparedLayer read(Path folder) {
    try (NpzReader npz = NpzReader.open(folder.resolve("results.npz"))) {
      NpyArray values = npz.get("maximization.values");
      boolean sampled = npz.names().contains("sampling.mean");
      return new ComparedLayer(
          npz.get("maximization.units").ints(),
          npz.get("maximization.images").rows(),
          greatest(values.doubles(), values.shape()[0]),
          npz.get("maximization.converged").booleans(),
          sampled ? npz.get("sampling.mean").rows() : NONE,
          sampled ? npz.get("sampling.samples").rows() : NONE,
          npz.get("combination.images").rows());
    }
  }

  private static int[] greatest(double[] values, int units) {
    int restarts = values.length / units;
    int[] greatest = new int[units];
    for (int i = 0; i < values.length; i++) {
      int unit = i / restarts;
      if (values[i] > values[unit * restarts + greatest[unit]]) {
        greatest[unit] = i % restarts;
      }
    }
    return greatest;
  }

  /** Whether the model was sampled from. */
  public boolean isSampled() {
    return means.length > 0;
  }

  /** Restarts of every unit. */
  public int restartsPerUnit() {
    return restarts.length / units.length;
  }

  /** Samples of every unit. */
  public int samplesPerUnit() {
    return samples.length / units.length;
  }

  /** The best image of every unit by activation maximization. */
  public float[][] maxima() {
    float[][] maxima = new float[units.length][];
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = restarts[i * restartsPerUnit() + best[i]];
    }
    return maxima;
  }

  /** The last sample of every unit. */
  float[][] lastSamples() {
    float[][] last = new float[units.length][];
    for (int i = 0; i < last.length; i++) {
      last[i] = samples[(i + 1) * samplesPerUnit() - 1];
    }
    return last;
  }

  /** The first units only, or all if there are fewer. */
  public static float[][] first(int count, float[][] pictures) {
    return List.of(pictures).subList(0, Math.min(count, pictures.length)).toArray(float[][]::new);
  }
}
