package io.github.unitscope.rbm.machine;

/** The biases with which visible units alone have given means. */
public final class LogOdds {
  /** Means are kept this far from 0 and 1, so that their log odds are finite. */
  private static final double MINIMAL_MEAN = 1e-3;

  private LogOdds() {}

  /**
   * log(p / (1 − p)) for every mean p (Hinton 2010, section 8).
   *
   * @param means in [0, 1]
   */
  public static float[] of(float[] means) {
    float[] odds = new float[means.length];
    for (int i = 0; i < odds.length; i++) {
      double p = Math.max(MINIMAL_MEAN, Math.min(1 - MINIMAL_MEAN, means[i]));
      odds[i] = (float) Math.log(p / (1 - p));
    }
    return odds;
  }
}
