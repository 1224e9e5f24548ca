package io.github.unitscope.network.numerics;

/**
 * The logistic function σ(x) = 1 / (1 + exp(−x)) and what goes with it.
 *
 * <p>The float version is a rational function of x, because Java's compiler turns additions and
 * multiplications over arrays into vector instructions and calls of {@code exp} not: ten times
 * faster than {@link Math#exp} here. Through σ(x) = (1 + tanh(x/2)) / 2, its coefficients were
 * fitted to tanh on [−9, 9] by reweighted least squares with the maximal error as the criterion.
 */
public final class Logistic {
  /** Beyond this tanh is ±1 to the last bit of a float. */
  private static final float TANH_LIMIT = 9;

  private Logistic() {}

  /**
   * σ(x) within 2e-7, in [0, 1].
   *
   * <p>The absolute error is what counts for a probability. Where σ is tiny and its logarithm is
   * needed, use {@link #softplus}.
   */
  public static float sigmoid(float x) {
    float t = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, 0.5f * x));
    float u = t * t;
    float p = 1.3183688e-8f;
    p = p * u + 2.0471478e-5f;
    p = p * u + 3.4865628e-3f;
    p = p * u + 0.13373183f;
    p = p * u + 0.9999999f;
    float q = 7.7024532e-7f;
    q = q * u + 3.2713524e-4f;
    q = q * u + 2.5841909e-2f;
    q = q * u + 0.4670648f;
    q = q * u + 1f;
    return Math.max(0f, Math.min(1f, 0.5f + 0.5f * (t * p / q)));
  }

  /** σ(x) to the precision of a double. */
  public static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  /** The derivative of σ at x, which keeps its precision where σ is saturated. */
  public static double derivative(double x) {
    double e = Math.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }

  /** log(1 + exp(x)), without overflow; −softplus(−x) is log σ(x). */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** Replaces the first values by σ of them. */
  public static void apply(float[] values, int count) {
    // One long loop: of short ones the compiler makes vector instructions for a part only.
    for (int i = 0; i < count; i++) {
      values[i] = sigmoid(values[i]);
    }
  }

  /** Replaces every pre-activation by the mean σ(preactivation + bias of its column). */
  static void addBiasAndApply(Matrix preactivations, float[] bias) {
    int rows = preactivations.rows();
    preactivations.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            float b = bias[first + column];
            int end = (column + 1) * rows;
            for (int i = column * rows; i < end; i++) {
              block[i] += b;
            }
          }
          apply(block, count * rows);
        });
  }
}
