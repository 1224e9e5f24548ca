package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine with two modes, all units on and all off, that block Gibbs sampling does not cross: of
 * 10 visible and 6 hidden units, each pair of which is coupled by 3. The barrier between the modes
 * is about 20 nats, and the upper mode has about twice the weight of the lower.
 */
public final class TwoModes {
  public static final int VISIBLE = 10;
  public static final int HIDDEN = 6;

  private TwoModes() {}

  public static Rbm machine() {
    Matrix weights = Matrix.zeros(VISIBLE, HIDDEN);
    weights.fill(3);
    float[] visibleBias = new float[VISIBLE];
    float[] hiddenBias = new float[HIDDEN];
    for (int i = 0; i < VISIBLE; i++) {
      visibleBias[i] = -9 + 0.05f * (i + 1);
    }
    for (int j = 0; j < HIDDEN; j++) {
      hiddenBias[j] = -15 - 0.3f * (j - 2);
    }
    return new Rbm(weights, visibleBias, hiddenBias);
  }

  /** A ladder of equal steps. */
  public static Ladder ladder(int rungs) {
    Rbm machine = machine();
    Rbm base = new Rbm(Matrix.zeros(VISIBLE, HIDDEN), new float[VISIBLE], new float[HIDDEN]);
    List<Rbm> all = new ArrayList<>(List.of(base));
    for (int rung = 1; rung < rungs - 1; rung++) {
      all.add(base.towards(machine, rung / (rungs - 1.0)));
    }
    all.add(machine);
    return new Ladder(all);
  }

  /** log Σ_v exp(−F_i(v)), with F_i as {@link TemperedBlock} has it; −1 for no unit. */
  public static double logPartition(int clamped) {
    double sum = 0;
    for (int v = 0; v < 1 << VISIBLE; v++) {
      sum += weight(v, clamped);
    }
    return Math.log(sum);
  }

  /** E[v | h_i = 1], or E[v]. */
  public static double[] means(int clamped) {
    double[] means = new double[VISIBLE];
    double sum = 0;
    for (int v = 0; v < 1 << VISIBLE; v++) {
      double weight = weight(v, clamped);
      sum += weight;
      for (int i = 0; i < VISIBLE; i++) {
        means[i] += (v >> i & 1) * weight;
      }
    }
    for (int i = 0; i < VISIBLE; i++) {
      means[i] /= sum;
    }
    return means;
  }

  private static double weight(int v, int clamped) {
    Rbm rbm = machine();
    double log = 0;
    int on = Integer.bitCount(v);
    for (int i = 0; i < VISIBLE; i++) {
      log += (v >> i & 1) * rbm.visibleBias()[i];
    }
    for (int j = 0; j < HIDDEN; j++) {
      double input = 3.0 * on + rbm.hiddenBias()[j];
      log += j == clamped ? 3.0 * on : Math.log1p(Math.exp(-Math.abs(input))) + Math.max(0, input);
    }
    return Math.exp(log);
  }
}
