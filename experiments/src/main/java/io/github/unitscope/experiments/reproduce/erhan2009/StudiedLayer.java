package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What {@code unimodality} left for a layer of a trained or a null model. A unit most of whose
 * starts did not settle has NaN everywhere.
 *
 * @param oneOptimum [units] 1 where all starts that settled found the same, 0 elsewhere
 * @param largestShare [units] of starts in the optimum that most of them found
 * @param medianCosine [units] between the best image and those of the other starts
 * @param maxima [units][inputs], the best image of every unit
 */
record StudiedLayer(
    double[] oneOptimum, double[] largestShare, double[] medianCosine, float[][] maxima) {
  /** Where the median stands among the quantiles of the cosine. */
  private static final int MEDIAN = 3;

  static StudiedLayer read(Path folder, String network, int layer) {
    try (NpzReader npz = NpzReader.open(folder.resolve("results.npz"))) {
      String prefix = String.format(Locale.ROOT, "%s.layer%d.", network, layer);
      boolean[] measured = measured(settled(npz, prefix));
      int[] optima = npz.get(prefix + "optima").ints();
      int[] best = npz.get(prefix + "best").ints();
      NpyArray cosines = npz.get(prefix + "cosinesToBest");
      float[][] images = npz.get(prefix + "images").rows();
      int units = optima.length;
      int restarts = images.length / units;
      int quantiles = cosines.shape()[1];
      double[] one = new double[units];
      double[] largest = npz.get(prefix + "largestShare").doubles().clone();
      double[] median = new double[units];
      float[][] maxima = new float[units][];
      for (int i = 0; i < units; i++) {
        one[i] = optima[i] == 1 ? 1 : 0;
        median[i] = cosines.doubles()[i * quantiles + MEDIAN];
        if (!measured[i]) {
          one[i] = Double.NaN;
          largest[i] = Double.NaN;
          median[i] = Double.NaN;
        }
        maxima[i] = images[i * restarts + Math.max(0, best[i])];
      }
      return new StudiedLayer(one, largest, median, maxima);
    }
  }

  /** Studies of before called it converged. */
  private static NpyArray settled(NpzReader npz, String prefix) {
    String name = prefix + "settled";
    return npz.get(npz.names().contains(name) ? name : prefix + "converged");
  }

  /** As for a {@code UnitModality}: at least half of the starts, and two. */
  private static boolean[] measured(NpyArray settled) {
    int units = settled.shape()[0];
    int restarts = settled.shape()[1];
    boolean[] measured = new boolean[units];
    for (int i = 0; i < units; i++) {
      int count = 0;
      for (int j = 0; j < restarts; j++) {
        count += settled.booleans()[i * restarts + j] ? 1 : 0;
      }
      measured[i] = count >= 2 && 2 * count >= restarts;
    }
    return measured;
  }
}
