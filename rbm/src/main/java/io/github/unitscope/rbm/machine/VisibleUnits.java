package io.github.unitscope.rbm.machine;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Gaussian;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.tied.UnitBlock;

/** What the visible units of a machine are: the distribution p(v | h) around its means. */
public enum VisibleUnits {
  /** On or off: E(v, h) = −b·v − c·h − vᵀWh. For values in [0, 1]. */
  BERNOULLI {
    @Override
    public double logPartition(float[] bias) {
      double sum = 0;
      for (float b : bias) {
        sum += Logistic.softplus(b);
      }
      return sum;
    }

    @Override
    public void sample(Matrix means, long[] seeds, Matrix samples) {
      Bernoulli.sample(means, seeds, samples);
    }

    @Override
    public void sample(UnitBlock preactivations, float[] bias, long[] seeds) {
      preactivations.activate(bias);
      preactivations.drawBinary(seeds);
    }

    @Override
    public void draw(float[] preactivations, long[] seeds, int units, long[] bits) {
      Logistic.apply(preactivations, seeds.length * units);
      Bernoulli.sample(seeds, 0, seeds.length, 0, units, preactivations, bits);
    }
  },

  /**
   * Real numbers of unit variance: E(v, h) = ½‖v − b‖² − c·h − vᵀWh (Welling, Rosen-Zvi, Hinton
   * 2005), so that p(v | h) is normal around b + Wh. The scale of the data decides how much of them
   * is noise to the model.
   */
  GAUSSIAN {
    @Override
    public double logPartition(float[] bias) {
      return bias.length * Math.log(2 * Math.PI) / 2;
    }

    @Override
    public void sample(Matrix means, long[] seeds, Matrix samples) {
      Gaussian.sample(means, 1, seeds, samples);
    }

    @Override
    public void sample(UnitBlock preactivations, float[] bias, long[] seeds) {
      preactivations.addBias(bias);
      preactivations.addNormal(seeds);
    }

    @Override
    public void draw(float[] preactivations, long[] seeds, int units, long[] bits) {
      for (int row = 0; row < seeds.length; row++) {
        Gaussian.add(1, seeds[row], 0, preactivations, row * units, units);
      }
    }
  };

  /** log Σ_v or log ∫ of the units alone, without hidden ones, in nats. */
  public abstract double logPartition(float[] bias);

  /** Draws states [rows, visible] around means; both may be the same matrix. */
  public abstract void sample(Matrix means, long[] seeds, Matrix samples);

  /**
   * Draws states of some units; equal seeds give those of the other method.
   *
   * @param preactivations without the bias; overwritten with the states
   * @param seeds of the rows of the batch
   */
  public abstract void sample(UnitBlock preactivations, float[] bias, long[] seeds);

  /**
   * Draws states of all units; equal seeds give those of the other methods.
   *
   * @param preactivations with the bias, [rows][units]; overwritten with the states
   * @param seeds [rows]
   * @param bits scratch memory of as many numbers as there are values
   */
  public abstract void draw(float[] preactivations, long[] seeds, int units, long[] bits);
}
