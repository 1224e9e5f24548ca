package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.Ladder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A machine with two modes, all visible units on and all off, that block Gibbs sampling does not
 * cross. Three of its hidden units hold the modes, and are on in one and off in the other; three
 * are coupled weakly, so that each is on in both modes at times: what is seen of one that is on is
 * a mixture of both. What is expected is found by enumeration.
 */
final class TwoModes {
  static final int VISIBLE = 10;
  static final int HIDDEN = 6;
  private static final int WEAK = 3;
  private static final float COUPLING = 4;
  private static final float WEAK_COUPLING = 0.2f;

  private TwoModes() {}

  private static Rbm machine() {
    Matrix weights = Matrix.zeros(VISIBLE, HIDDEN);
    for (int i = 0; i < VISIBLE; i++) {
      for (int j = 0; j < HIDDEN; j++) {
        weights.set(i, j, coupling(j));
      }
    }
    float[] visibleBias = new float[VISIBLE];
    float[] hiddenBias = new float[HIDDEN];
    for (int i = 0; i < VISIBLE; i++) {
      visibleBias[i] = -6.3f + 0.02f * (i + 1);
    }
    for (int j = 0; j < HIDDEN; j++) {
      hiddenBias[j] = j < WEAK ? -1 - 0.2f * j : -20;
    }
    return new Rbm(weights, visibleBias, hiddenBias);
  }

  private static float coupling(int hidden) {
    return hidden < WEAK ? WEAK_COUPLING : COUPLING;
  }

  /**
   * The machine at the end of a ladder of equal steps.
   *
   * @param visibleBias of the lowest rung; 0 for one that both modes can be reached from
   */
  static Dbn network(int rungs, float visibleBias) {
    Rbm machine = machine();
    float[] biases = new float[VISIBLE];
    Arrays.fill(biases, visibleBias);
    Rbm base = new Rbm(Matrix.zeros(VISIBLE, HIDDEN), biases, new float[HIDDEN]);
    List<Rbm> all = new ArrayList<>(List.of(base));
    for (int rung = 1; rung < rungs - 1; rung++) {
      all.add(base.towards(machine, rung / (rungs - 1.0)));
    }
    all.add(machine);
    return new Dbn(ImageShape.grey(1, VISIBLE), List.of(machine))
        .withLadders(Map.of(1, new Ladder(all)));
  }

  /** E[v | h_unit = 1]. */
  static double[] means(int unit) {
    double[] means = new double[VISIBLE];
    double sum = 0;
    for (int v = 0; v < 1 << VISIBLE; v++) {
      double weight = Math.exp(logWeight(v, unit));
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

  /** log p(h_unit = 1). */
  static double logOn(int unit) {
    double on = 0;
    double all = 0;
    for (int v = 0; v < 1 << VISIBLE; v++) {
      on += Math.exp(logWeight(v, unit) + machine().hiddenBias()[unit]);
      all += Math.exp(logWeight(v, -1));
    }
    return Math.log(on / all);
  }

  /** Of states with a unit held on, without its bias; −1 for none. */
  private static double logWeight(int v, int held) {
    Rbm rbm = machine();
    double log = 0;
    int on = Integer.bitCount(v);
    for (int i = 0; i < VISIBLE; i++) {
      log += (v >> i & 1) * rbm.visibleBias()[i];
    }
    for (int j = 0; j < HIDDEN; j++) {
      double coupled = (double) coupling(j) * on;
      double input = coupled + rbm.hiddenBias()[j];
      log += j == held ? coupled : Math.max(0, input) + Math.log1p(Math.exp(-Math.abs(input)));
    }
    return log;
  }
}
