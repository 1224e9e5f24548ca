package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.Arrays;

/**
 * The centred gradient (Melchior, Fischer, Wiskott, <i>How to center deep Boltzmann machines</i>,
 * JMLR 2016): ∇W = ⟨(v − μ)(h − λ)ᵀ⟩ of the data minus that of the model, ∇b = ⟨v⟩ − ⟨v⟩ − ∇W λ, ∇c
 * = ⟨h⟩ − ⟨h⟩ − ∇Wᵀ μ, with offsets μ, the mean of the data, and λ, a moving average of the hidden
 * means of the data.
 *
 * <p>Rows of data and chains are columns of two matrices, whose product is ∇W. They are set in
 * shards, on any thread; what is summed is summed in the order of the shards.
 */
final class CentredGradient {
  /** Hidden units whose weights a thread moves at a time. */
  private static final int UNITS = 64;

  /** What a step adds of the new hidden means to the offset, as in the paper. */
  private static final double OFFSET_SHARE = 0.01;

  private final Rbm rbm;
  private final int rows;
  private final int chains;
  private final int shardColumns;
  private final Workers workers;
  private final float[] visibleOffset;
  private final double[] hiddenOffset;

  /** v − μ, [visible, rows + chains]. */
  private final Panel visible;

  /** ±(h − λ) over the number of rows or of chains, [hidden, rows + chains]. */
  private final Panel hidden;

  /** What every shard adds to the gradients of the biases, [shards][visible] and [hidden]. */
  private final float[][] visibleSums;

  private final float[][] hiddenSums;

  /**
   * @param visibleOffset μ, [visible]
   * @param rows of data a step
   * @param chains a multiple of {@code shardColumns}
   * @param shardColumns columns of a shard; the last shard of data may have fewer
   */
  CentredGradient(
      Rbm rbm, float[] visibleOffset, int rows, int chains, int shardColumns, Workers workers) {
    this.rbm = rbm;
    this.rows = rows;
    this.chains = chains;
    this.shardColumns = shardColumns;
    this.workers = workers;
    this.visibleOffset = visibleOffset;
    this.hiddenOffset = new double[rbm.hidden()];
    Arrays.fill(hiddenOffset, 0.5);
    this.visible = Panel.of(Matrix.zeros(rbm.visible(), rows + chains));
    this.hidden = Panel.of(Matrix.zeros(rbm.hidden(), rows + chains));
    int shards = dataShards() + chains / shardColumns;
    this.visibleSums = new float[shards][rbm.visible()];
    this.hiddenSums = new float[shards][rbm.hidden()];
  }

  private int dataShards() {
    return (rows + shardColumns - 1) / shardColumns;
  }

  /** λ, [hidden]; what is written to it counts from the next step on. */
  double[] hiddenOffset() {
    return hiddenOffset;
  }

  /**
   * Sets a shard of data, whose columns begin at its number times those of a shard.
   *
   * @param states [columns][visible], overwritten
   * @param means p(h = 1 | v), [columns][hidden], overwritten
   */
  void setData(int shard, float[] states, float[] means) {
    set(shard, shard * shardColumns, states, means, 1f / rows);
  }

  /** Sets a shard of chains, in the same way. */
  void setModel(int shard, float[] states, float[] means) {
    set(dataShards() + shard, rows + shard * shardColumns, states, means, -1f / chains);
  }

  private void set(int shard, int first, float[] states, float[] means, float weight) {
    float[] visibleSum = visibleSums[shard];
    float[] hiddenSum = hiddenSums[shard];
    Arrays.fill(visibleSum, 0);
    Arrays.fill(hiddenSum, 0);
    int count = states.length / visibleSum.length;
    for (int column = 0; column < count; column++) {
      int v = column * visibleSum.length;
      int h = column * hiddenSum.length;
      float visibleShift = centreVisible(states, v);
      float hiddenShift = centreHidden(means, h, weight);
      // Σ w v − ∇W λ and Σ w h − ∇Wᵀ μ, column by column: the weights w of all columns sum to 0.
      addScaled(weight - hiddenShift, states, v, visibleSum);
      addScaled(1 - visibleShift, means, h, hiddenSum);
    }
    visible.columns(first, count).write(states);
    hidden.columns(first, count).write(means);
  }

  /** v − μ. Returns its product with μ. */
  private float centreVisible(float[] states, int from) {
    float shift = 0;
    for (int i = 0; i < visibleOffset.length; i++) {
      states[from + i] -= visibleOffset[i];
      shift += states[from + i] * visibleOffset[i];
    }
    return shift;
  }

  /** weight · (h − λ). Returns its product with λ. */
  private float centreHidden(float[] means, int from, float weight) {
    float shift = 0;
    for (int j = 0; j < hiddenOffset.length; j++) {
      float offset = (float) hiddenOffset[j];
      means[from + j] = weight * (means[from + j] - offset);
      shift += means[from + j] * offset;
    }
    return shift;
  }

  private static void addScaled(float factor, float[] values, int from, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[from + i];
    }
  }

  /**
   * Moves the machine along the gradient.
   *
   * @param rate the learning rate
   * @param decay L2 penalty on the weights
   */
  void move(double rate, double decay) {
    Panel weights = Panel.of(rbm.weights());
    workers.forEachShard(
        (rbm.hidden() + UNITS - 1) / UNITS,
        part -> {
          int first = part * UNITS;
          int count = Math.min(UNITS, rbm.hidden() - first);
          Panel.addProductTransposed(
              (float) rate,
              visible,
              hidden.rows(first, count),
              (float) (1 - rate * decay),
              weights.columns(first, count));
        });
    move(rate, visibleSums, rbm.visibleBias());
    move(rate, hiddenSums, rbm.hiddenBias());
  }

  private static void move(double rate, float[][] sums, float[] bias) {
    for (int i = 0; i < bias.length; i++) {
      double sum = 0;
      for (float[] shard : sums) {
        sum += shard[i];
      }
      bias[i] += (float) (rate * sum);
    }
  }

  /**
   * Moves λ towards the hidden means of the data.
   *
   * @param sums of the means, [shards][hidden]
   * @param count how many rows they are of
   */
  void moveOffset(double[][] sums, int count) {
    for (int j = 0; j < hiddenOffset.length; j++) {
      double sum = 0;
      for (double[] shard : sums) {
        sum += shard[j];
      }
      hiddenOffset[j] += OFFSET_SHARE * (sum / count - hiddenOffset[j]);
    }
  }
}
