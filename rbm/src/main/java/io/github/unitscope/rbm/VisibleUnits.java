package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Gaussian;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.tied.UnitBlock;

/** What the visible units of a machine are: the distribution p(v | h) around its means. */
public enum VisibleUnits {
  /** On or off: E(v, h) = −b·v − c·h − vᵀWh. For values in [0, 1]. */
  BERNOULLI {
    @Override
    void sample(Matrix means, long[] seeds, Matrix samples) {
      Bernoulli.sample(means, seeds, samples);
    }

    @Override
    void sample(UnitBlock preactivations, float[] bias, long[] seeds) {
      preactivations.activate(bias);
      preactivations.drawBinary(seeds);
    }
  },

  /**
   * Real numbers of unit variance: E(v, h) = ½‖v − b‖² − c·h − vᵀWh (Welling, Rosen-Zvi, Hinton
   * 2005), so that p(v | h) is normal around b + Wh. The scale of the data decides how much of them
   * is noise to the model.
   */
  GAUSSIAN {
    @Override
    void sample(Matrix means, long[] seeds, Matrix samples) {
      Gaussian.sample(means, 1, seeds, samples);
    }

    @Override
    void sample(UnitBlock preactivations, float[] bias, long[] seeds) {
      preactivations.addBias(bias);
      preactivations.addNormal(seeds);
    }
  };

  /** Draws states [rows, visible] around means; both may be the same matrix. */
  abstract void sample(Matrix means, long[] seeds, Matrix samples);

  /**
   * Draws states of some units; equal seeds give those of the other method.
   *
   * @param preactivations without the bias; overwritten with the states
   * @param seeds of the rows of the batch
   */
  abstract void sample(UnitBlock preactivations, float[] bias, long[] seeds);
}
