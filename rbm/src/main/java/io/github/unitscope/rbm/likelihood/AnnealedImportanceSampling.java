package io.github.unitscope.rbm.likelihood;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * An estimate of the partition function by annealed importance sampling (Neal 2001; Salakhutdinov
 * and Murray, <i>On the quantitative analysis of deep belief networks</i>, 2008).
 *
 * <p>The chains go from a machine without weights, whose visible biases fit the data, to the one in
 * question through p*_β(v) = exp(((1 − β)·b₀ + β·b)·v) Π_j (1 + exp(β·(c_j + (vᵀW)_j))).
 *
 * @param runs independent chains
 * @param steps temperatures between the two machines
 */
public record AnnealedImportanceSampling(int runs, int steps) {
  /** A weight, once more in order, and in what is worked with at once. */
  private static final double BYTES_OF_A_RUN = 3 * Double.BYTES;

  private static final int SHARD_ROWS = 32;

  /** What is used unless something else is asked for. */
  public static final AnnealedImportanceSampling DEFAULTS =
      new AnnealedImportanceSampling(128, 10_000);

  /**
   * @throws InvalidInputException if there are fewer than 2 runs or 1 step
   */
  public AnnealedImportanceSampling {
    if (runs < 2 || steps < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "annealed importance sampling needs at least 2 runs and 1 step, not %d and %d",
              runs,
              steps));
    }
  }

  /**
   * Estimates log Z; the interval is three standard errors of the mean weight to both sides, as in
   * the paper.
   *
   * @param rbm the machine
   * @param baseBias b₀, [visible]: log odds of the mean training image is a good choice
   * @param seed of the chains
   * @param workers the threads to use
   */
  public LogPartition estimate(Rbm rbm, float[] baseBias, Seed seed, Workers workers) {
    double[] logWeights =
        weights(rbm, (first, count) -> new Chains(rbm, baseBias, seed, first).run(steps), workers);
    return summarize(logWeights, basePartition(rbm, baseBias), 1);
  }

  /**
   * Estimates log Z the other way round, from the machine to the one without weights (Burda,
   * Grosse, Salakhutdinov 2015, section 2.2). Where the first estimate errs it is too low more
   * often than not, since its chains have missed something; this one is too high then. Both
   * together say more than an interval, if the states are those of the machine.
   *
   * @param states of the machine in equilibrium, [runs][visible]
   */
  public LogPartition reverse(
      Rbm rbm, float[] baseBias, float[][] states, Seed seed, Workers workers) {
    double[] logWeights =
        weights(
            rbm,
            (first, count) -> {
              float[][] some = Arrays.copyOfRange(states, first, first + count);
              return new Chains(rbm, baseBias, seed, first).runBack(steps, some);
            },
            workers);
    return summarize(logWeights, basePartition(rbm, baseBias), -1);
  }

  /** What some of the chains weigh, in logarithms. */
  private interface Part {
    double[] of(int first, int count);
  }

  private double[] weights(Rbm rbm, Part part, Workers workers) {
    rbm.requireBinary("annealed importance sampling");
    MemoryNeed.requireHeap(
        String.format(Locale.ROOT, "%d runs", runs), BYTES_OF_A_RUN * (double) runs);
    double[] logWeights = new double[runs];
    int shards = (runs + SHARD_ROWS - 1) / SHARD_ROWS;
    workers.forEachShard(
        shards,
        shard -> {
          int from = shard * SHARD_ROWS;
          int count = Math.min(SHARD_ROWS, runs - from);
          System.arraycopy(part.of(from, count), 0, logWeights, from, count);
        });
    return logWeights;
  }

  private static double basePartition(Rbm rbm, float[] baseBias) {
    double sum = rbm.hidden() * Math.log(2);
    for (float bias : baseBias) {
      sum += Logistic.softplus(bias);
    }
    return sum;
  }

  /**
   * @param sign 1 for log Z over that of the base, −1 for the inverse
   */
  private static LogPartition summarize(double[] logWeights, double base, int sign) {
    double logMean = LogSum.of(logWeights) - Math.log(logWeights.length);
    SummaryStatistics relative = new SummaryStatistics();
    for (double logWeight : logWeights) {
      relative.addValue(Math.exp(logWeight - logMean));
    }
    double error = 3 * relative.getStandardDeviation() / Math.sqrt(logWeights.length);
    double value = sign * logMean + base;
    double below = error < 1 ? Math.log1p(-error) : Double.NEGATIVE_INFINITY;
    double above = Math.log1p(error);
    return sign > 0
        ? new LogPartition(value, value + below, value + above)
        : new LogPartition(value, value - above, value - below);
  }

  /** Some of the chains, as rows of one batch. */
  private static final class Chains {
    private final Rbm rbm;
    private final float[] baseBias;
    private final Seed seed;
    private final int firstRun;
    private final Matrix visible;
    private final Matrix preactivations;
    private final Matrix hidden;
    private final long[] seeds = new long[SHARD_ROWS];
    private final double[] logWeights = new double[SHARD_ROWS];
    private final float[] biasDifference;

    Chains(Rbm rbm, float[] baseBias, Seed seed, int firstRun) {
      this.rbm = rbm;
      this.baseBias = baseBias;
      this.seed = seed;
      this.firstRun = firstRun;
      this.visible = Matrix.zeros(SHARD_ROWS, rbm.visible());
      this.preactivations = Matrix.zeros(SHARD_ROWS, rbm.hidden());
      this.hidden = Matrix.zeros(SHARD_ROWS, rbm.hidden());
      this.biasDifference = new float[baseBias.length];
      for (int i = 0; i < baseBias.length; i++) {
        biasDifference[i] = rbm.visibleBias()[i] - baseBias[i];
      }
    }

    double[] run(int steps) {
      Affine.addToColumns(visible, baseBias);
      Affine.sigmoid(visible, visible);
      Bernoulli.sample(visible, rowSeeds(0, "visible"), visible);
      for (int step = 1; step <= steps; step++) {
        double before = (double) (step - 1) / steps;
        double beta = (double) step / steps;
        Affine.preactivation(visible, rbm.weights(), rbm.hiddenBias(), preactivations);
        addWeightRatio(before, beta);
        if (step < steps) {
          transition(step, (float) beta);
        }
      }
      return logWeights;
    }

    /** From states of the machine down; the weights are of the base over the machine. */
    double[] runBack(int steps, float[][] states) {
      float[][] all = new float[SHARD_ROWS][];
      Arrays.setAll(all, row -> states[row % states.length]);
      visible.writeRows(all);
      for (int step = steps; step >= 1; step--) {
        double before = (double) (step - 1) / steps;
        Affine.preactivation(visible, rbm.weights(), rbm.hiddenBias(), preactivations);
        addWeightRatio((double) step / steps, before);
        if (step > 1) {
          transition(step, (float) before);
        }
      }
      return logWeights;
    }

    /** logWeights += log p*_β(v) − log p*_before(v). */
    private void addWeightRatio(double before, double beta) {
      visible.visit(
          (block, first, count) -> {
            for (int i = 0; i < count * SHARD_ROWS; i++) {
              logWeights[i % SHARD_ROWS] +=
                  (beta - before) * biasDifference[first + i / SHARD_ROWS] * block[i];
            }
          });
      preactivations.visit(
          (block, first, count) -> {
            for (int i = 0; i < count * SHARD_ROWS; i++) {
              logWeights[i % SHARD_ROWS] +=
                  Logistic.softplus(beta * block[i]) - Logistic.softplus(before * block[i]);
            }
          });
    }

    /** One Gibbs step that leaves p_β as it is; {@link #preactivations} fit the visible states. */
    private void transition(int step, float beta) {
      scale(preactivations, beta);
      Affine.sigmoid(preactivations, hidden);
      Bernoulli.sample(hidden, rowSeeds(step, "hidden"), hidden);
      Matrix.multiplyTransposed(hidden, rbm.weights(), visible);
      scale(visible, beta);
      float[] bias = new float[baseBias.length];
      for (int i = 0; i < bias.length; i++) {
        bias[i] = baseBias[i] + beta * biasDifference[i];
      }
      Affine.addToColumns(visible, bias);
      Affine.sigmoid(visible, visible);
      Bernoulli.sample(visible, rowSeeds(step, "visible"), visible);
    }

    private static void scale(Matrix matrix, float factor) {
      matrix.update(
          (block, first, count) -> {
            for (int i = 0; i < count * SHARD_ROWS; i++) {
              block[i] *= factor;
            }
          });
    }

    private long[] rowSeeds(int step, String purpose) {
      Seed stepSeed = seed.derive(purpose).derive(step);
      for (int row = 0; row < SHARD_ROWS; row++) {
        seeds[row] = stepSeed.derive(firstRun + row).value();
      }
      return seeds;
    }
  }
}
