package io.github.unitscope.experiments.reproduce.erhan2009;

import java.util.Locale;

/**
 * The units that something is measured on.
 *
 * @param model the folder of the model, for example {@code dbn-mnist}
 * @param network {@code trained}, or the name of a null model, or what else stands beside them
 * @param layer from 1; 0 for the data
 */
public record Subject(String model, String network, int layer) {
  /** The trained model itself. */
  public static final String TRAINED = "trained";

  /** Whether it is a trained model, and not what one is held against. */
  public boolean isTrained() {
    return network.equals(TRAINED);
  }

  /**
   * A share of these units, with ones and zeros.
   *
   * @param measure in words
   * @param key of the measure in the names of arrays
   */
  Measurement share(Claim claim, String measure, String key, double[] values) {
    return new Measurement(claim, this, measure, key, Statistic.SHARE, values);
  }

  /** A median over these units; see {@link #share}. */
  Measurement median(Claim claim, String measure, String key, double[] values) {
    return new Measurement(claim, this, measure, key, Statistic.MEDIAN, values);
  }

  /** For the names of arrays. */
  String path() {
    return layer == 0
        ? String.format(Locale.ROOT, "%s.%s", model, network)
        : String.format(Locale.ROOT, "%s.%s.layer%d", model, network, layer);
  }
}
