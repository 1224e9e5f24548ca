package io.github.unitscope.visualize.unimodal;

import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What many ascents of one unit say about its optima.
 *
 * <p>A start that did not settle ({@link
 * io.github.unitscope.visualize.maximize.StopReason#isSettled}) has found no optimum. It is counted
 * in {@code restarts} and left out of everything else: shares are of the starts that settled.
 *
 * @param unit from 0
 * @param restarts how many ascents were made
 * @param settled how many of them settled
 * @param labels [restarts], the optimum of every start; see {@link OptimaClusters}
 * @param optima how many optima there are at the threshold that was asked for
 * @param optimaAt how many at each of {@link #THRESHOLDS}
 * @param largestShare share of starts in the optimum that most of them found; NaN if none settled
 * @param bestShare share of starts in the optimum of greatest value; NaN likewise
 * @param cosinesToBest the {@link #QUANTILES} of the cosines between the best image and those of
 *     the other starts; NaN where there is no other
 * @param best the start of greatest value, the first of several; −1 if none settled
 * @param bestValue of the objective; NaN if none settled
 * @param medianGap (best − median) / |best| of the values
 * @param worstGap (best − worst) / |best| of the values
 */
public record UnitModality(
    int unit,
    int restarts,
    int settled,
    int[] labels,
    int optima,
    int[] optimaAt,
    double largestShare,
    double bestShare,
    double[] cosinesToBest,
    int best,
    double bestValue,
    double medianGap,
    double worstGap) {

  /**
   * Checks, before any ascent is made, that there will be memory for comparing all starts of a unit
   * with each other.
   *
   * @param restarts of a unit
   * @param inputs values of an image
   * @throws io.github.unitscope.network.message.InvalidInputException if there will not
   */
  public static void requireMemory(int restarts, int inputs) {
    UnitMaxima.requireMemory(1, restarts, inputs);
    MemoryNeed.requireHeap(
        String.format(Locale.ROOT, "the cosines between %d restarts", restarts),
        (double) Double.BYTES * restarts * restarts);
  }

  /**
   * Above this cosine two images count as the same optimum unless another threshold is asked for.
   * Images at 0.95 still differ by strokes that one sees; at 0.99 the difference has 14 % of the
   * norm and is hard to see.
   */
  public static final double DEFAULT_THRESHOLD = 0.99;

  /** The thresholds at which optima are counted too, to show what the choice does. */
  public static final double[] THRESHOLDS = {0.9, 0.95, 0.99, 0.999};

  /** The quantiles of the cosines that are reported; 0 is the least cosine. */
  public static final double[] QUANTILES = {0, 0.05, 0.25, 0.5};

  /**
   * Looks at the ascents of a unit.
   *
   * @param unit from 0
   * @param images [restarts][inputs], the best image of each
   * @param values [restarts], of the objective at these images
   * @param settled [restarts]
   * @param threshold the least cosine between images of the same optimum
   */
  public static UnitModality of(
      int unit, float[][] images, double[] values, boolean[] settled, double threshold) {
    double[][] cosines = CosineMatrix.of(images);
    int[] counted = IntStream.range(0, settled.length).filter(i -> settled[i]).toArray();
    OptimaClusters clusters = OptimaClusters.of(cosines, settled, threshold);
    int[] optimaAt = new int[THRESHOLDS.length];
    for (int i = 0; i < optimaAt.length; i++) {
      optimaAt[i] = OptimaClusters.of(cosines, settled, THRESHOLDS[i]).count();
    }
    int best = best(values, counted);
    double[] countedValues = IntStream.of(counted).mapToDouble(i -> values[i]).toArray();
    double bestValue = best < 0 ? Double.NaN : values[best];
    int inBest = best < 0 ? 0 : clusters.sizes()[clusters.labels()[best]];
    return new UnitModality(
        unit,
        settled.length,
        counted.length,
        clusters.labels(),
        clusters.count(),
        optimaAt,
        share(clusters.count() == 0 ? 0 : clusters.sizes()[0], counted.length),
        share(inBest, counted.length),
        cosinesToBest(cosines, best, counted),
        best,
        bestValue,
        gap(bestValue, Quantiles.of(countedValues, 0.5)),
        gap(bestValue, Quantiles.of(countedValues, 0)));
  }

  /**
   * Whether the unit says something about unimodality: at least half of its starts settled, and at
   * least two did.
   */
  public boolean isMeasured() {
    return settled >= 2 && 2 * settled >= restarts;
  }

  /** The starts of an optimum, in their order. */
  public int[] startsOf(int optimum) {
    return IntStream.range(0, restarts).filter(i -> labels[i] == optimum).toArray();
  }

  private static int best(double[] values, int[] counted) {
    int best = -1;
    for (int i : counted) {
      if (best < 0 || values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static double[] cosinesToBest(double[][] cosines, int best, int[] counted) {
    double[] others =
        IntStream.of(counted).filter(i -> i != best).mapToDouble(i -> cosines[best][i]).toArray();
    double[] quantiles = new double[QUANTILES.length];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = Quantiles.of(others, QUANTILES[i]);
    }
    return quantiles;
  }

  private static double gap(double best, double other) {
    return (best - other) / Math.abs(best);
  }
}
