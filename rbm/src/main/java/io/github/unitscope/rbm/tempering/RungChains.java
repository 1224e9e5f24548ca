package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Panel;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import java.util.Arrays;

/**
 * The chains of a block on one rung: visible states, what the rung's hidden units make of them, and
 * their free energies.
 */
final class RungChains {
  private final Rbm rbm;
  private final int clamped;
  private final boolean weightless;
  private final Panel weights;

  /** Visible states, [chains][visible]. */
  final float[] visible;

  /** p(h = 1 | v), [chains][hidden]; that of a clamped unit is what it would be if it were free. */
  final float[] means;

  /** F(v) of this rung, [chains], in nats. */
  final double[] freeEnergies;

  /**
   * @param clamped the hidden unit that is held on; −1 for none
   * @param weightless whether all weights are 0
   */
  RungChains(Rbm rbm, int clamped, boolean weightless, int chains) {
    this.rbm = rbm;
    this.clamped = clamped;
    this.weightless = weightless;
    this.weights = Panel.of(rbm.weights());
    this.visible = new float[chains * rbm.visible()];
    this.means = new float[chains * rbm.hidden()];
    this.freeEnergies = new double[chains];
  }

  Rbm rbm() {
    return rbm;
  }

  /** The same chains for another machine. */
  RungChains copyFor(Rbm other) {
    RungChains copy = new RungChains(other, clamped, false, freeEnergies.length);
    System.arraycopy(visible, 0, copy.visible, 0, visible.length);
    System.arraycopy(means, 0, copy.means, 0, means.length);
    System.arraycopy(freeEnergies, 0, copy.freeEnergies, 0, freeEnergies.length);
    return copy;
  }

  /** Sets the visible states and what follows from them. */
  void setVisible(float[] states, Workspace work) {
    System.arraycopy(states, 0, visible, 0, visible.length);
    evaluate(visible, work, means, freeEnergies);
  }

  /** What follows from the visible states, after the machine has changed. */
  void evaluate(Workspace work) {
    evaluate(visible, work, means, freeEnergies);
  }

  /**
   * One step of block Gibbs sampling: the hidden units given the visible ones and back. Without
   * weights that is an independent draw.
   *
   * @param hiddenSeeds [chains]
   * @param visibleSeeds [chains]
   */
  void gibbs(long[] hiddenSeeds, long[] visibleSeeds, Workspace work) {
    if (weightless) {
      Arrays.fill(visible, 0);
    } else {
      drawHidden(hiddenSeeds, work);
      Panel.multiply(weights, work.hidden, work.visible);
      work.visible.read(visible);
    }
    drawVisible(visibleSeeds, work);
    evaluate(visible, work, means, freeEnergies);
  }

  private void drawHidden(long[] seeds, Workspace work) {
    int hidden = rbm.hidden();
    System.arraycopy(means, 0, work.hiddenValues, 0, means.length);
    Bernoulli.sample(seeds, 0, seeds.length, 0, hidden, work.hiddenValues, work.bits);
    if (clamped >= 0) {
      for (int chain = 0; chain < seeds.length; chain++) {
        work.hiddenValues[chain * hidden + clamped] = 1;
      }
    }
    work.hidden.write(work.hiddenValues);
  }

  private void drawVisible(long[] seeds, Workspace work) {
    float[] bias = rbm.visibleBias();
    Affine.addToRows(visible, bias);
    rbm.visibleUnits().draw(visible, seeds, bias.length, work.bits);
  }

  /**
   * What this rung's hidden units make of visible states, which may be those of another rung.
   *
   * @param states [chains][visible]
   * @param hiddenMeans [chains][hidden], overwritten with p(h = 1 | v)
   * @param energies [chains], overwritten with F(v)
   */
  void evaluate(float[] states, Workspace work, float[] hiddenMeans, double[] energies) {
    if (weightless) {
      Arrays.fill(hiddenMeans, 0);
    } else {
      work.visible.write(states);
      Panel.transposedMultiply(weights, work.visible, work.hidden);
      work.hidden.read(hiddenMeans);
    }
    float[] bias = rbm.hiddenBias();
    Affine.addToRows(hiddenMeans, bias);
    boolean gaussian = rbm.visibleUnits() == VisibleUnits.GAUSSIAN;
    for (int chain = 0; chain < energies.length; chain++) {
      int from = chain * bias.length;
      energies[chain] = -rectifiedSum(hiddenMeans, from, bias.length);
      if (clamped >= 0) {
        energies[chain] += clampedTerm(hiddenMeans[from + clamped], bias[clamped]);
      }
      energies[chain] +=
          gaussian
              ? halfSquares(states, chain * rbm.visible())
              : -dot(rbm.visibleBias(), states, chain * rbm.visible());
    }
    Logistic.apply(hiddenMeans, hiddenMeans.length);
    for (int chain = 0; chain < energies.length; chain++) {
      energies[chain] += logOfLargerMeans(hiddenMeans, chain * bias.length, bias.length);
    }
  }

  /**
   * A unit that is held on adds −(vᵀW)_i instead of −softplus(c_i + (vᵀW)_i); see {@link
   * TemperedBlock}.
   */
  private static double clampedTerm(float preactivation, float bias) {
    return Logistic.softplus(preactivation) - ((double) preactivation - bias);
  }

  /** Σ max(x, 0), with softplus(x) = max(x, 0) − log max(σ(x), 1 − σ(x)). */
  private static double rectifiedSum(float[] values, int from, int count) {
    double a = 0;
    double b = 0;
    int end = from + count;
    int i = from;
    for (; i + 1 < end; i += 2) {
      a += Math.max(values[i], 0);
      b += Math.max(values[i + 1], 0);
    }
    return i < end ? a + b + Math.max(values[i], 0) : a + b;
  }

  /** Σ log max(σ, 1 − σ), by products of at most 512 factors, which are 2⁻⁵¹² or more. */
  private static double logOfLargerMeans(float[] sigmas, int from, int count) {
    double sum = 0;
    for (int first = from; first < from + count; first += 512) {
      int end = Math.min(from + count, first + 512);
      double a = 1;
      double b = 1;
      int i = first;
      for (; i + 1 < end; i += 2) {
        a *= Math.max(sigmas[i], 1 - sigmas[i]);
        b *= Math.max(sigmas[i + 1], 1 - sigmas[i + 1]);
      }
      if (i < end) {
        a *= Math.max(sigmas[i], 1 - sigmas[i]);
      }
      sum += Math.log(a) + Math.log(b);
    }
    return sum;
  }

  private static double dot(float[] bias, float[] states, int from) {
    double a = 0;
    double b = 0;
    int i = 0;
    for (; i + 1 < bias.length; i += 2) {
      a += (double) bias[i] * states[from + i];
      b += (double) bias[i + 1] * states[from + i + 1];
    }
    return i < bias.length ? a + b + (double) bias[i] * states[from + i] : a + b;
  }

  private double halfSquares(float[] states, int from) {
    float[] bias = rbm.visibleBias();
    double sum = 0;
    for (int i = 0; i < bias.length; i++) {
      double difference = (double) states[from + i] - bias[i];
      sum += difference * difference;
    }
    return sum / 2;
  }
}
