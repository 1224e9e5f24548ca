package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import io.github.unitscope.rbm.machine.Rbm;

/** What a block of chains is multiplied in, one rung after the other. */
final class Workspace {
  /** [visible, chains]. */
  final Panel visible;

  /** [hidden, chains]. */
  final Panel hidden;

  /** [chains][hidden]. */
  final float[] hiddenValues;

  /**
   * What the lower rung of a pair makes of the states of the upper one, and the other way round.
   */
  final float[] lowerMeans;

  final float[] upperMeans;
  final double[] lowerEnergies;
  final double[] upperEnergies;
  final long[] bits;
  final long[] hiddenSeeds;
  final long[] visibleSeeds;

  Workspace(Rbm rbm, int chains) {
    this.visible = Panel.of(Matrix.zeros(rbm.visible(), chains));
    this.hidden = Panel.of(Matrix.zeros(rbm.hidden(), chains));
    this.hiddenValues = new float[chains * rbm.hidden()];
    this.lowerMeans = new float[chains * rbm.hidden()];
    this.upperMeans = new float[chains * rbm.hidden()];
    this.lowerEnergies = new double[chains];
    this.upperEnergies = new double[chains];
    this.bits = new long[chains * Math.max(rbm.visible(), rbm.hidden())];
    this.hiddenSeeds = new long[chains];
    this.visibleSeeds = new long[chains];
  }
}
