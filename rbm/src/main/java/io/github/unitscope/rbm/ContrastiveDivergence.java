package io.github.unitscope.rbm;

import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.WeightMomentum;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of contrastive divergence (Hinton 2002) or its persistent variant (Tieleman 2008) after
 * the other, on one machine whose parameters it changes.
 *
 * <p>A step has two parts. The Gibbs chains run in shards of rows; then the weights move, summing
 * over the row shards in their order ({@link WeightMomentum}). Both cuts depend on the sizes only,
 * so results do not depend on the number of threads.
 */
final class ContrastiveDivergence {
  private static final int SHARD_ROWS = 64;

  /** How much of the old estimate of a unit's mean activation a batch keeps (Hinton 2010). */
  private static final double SPARSITY_DECAY = 0.9;

  private final Rbm rbm;
  private final RbmSettings settings;
  private final Workers workers;
  private final List<GibbsShard> shards = new ArrayList<>();
  private final WeightMomentum weights;
  private final double[] visibleVelocity;
  private final double[] hiddenVelocity;
  private final double[] meanActivation;
  private final int batchSize;

  ContrastiveDivergence(Rbm rbm, RbmSettings settings, int batchSize, Workers workers) {
    this.rbm = rbm;
    this.settings = settings;
    this.workers = workers;
    this.batchSize = batchSize;
    this.visibleVelocity = new double[rbm.visible()];
    this.hiddenVelocity = new double[rbm.hidden()];
    this.meanActivation = new double[rbm.hidden()];
    Arrays.fill(meanActivation, settings.sparsityTarget());
    cutRows();
    this.weights = new WeightMomentum(rbm.weights(), products(), workers);
  }

  private void cutRows() {
    int count = Math.max(batchSize >= 16 ? 2 : 1, (batchSize + SHARD_ROWS - 1) / SHARD_ROWS);
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * batchSize / count);
      int to = (int) ((long) (i + 1) * batchSize / count);
      shards.add(new GibbsShard(from, to - from, rbm.visible(), rbm.hidden()));
    }
  }

  /** The gradient ascends on the data and descends on the chains. */
  private List<WeightMomentum.Product> products() {
    List<WeightMomentum.Product> products = new ArrayList<>();
    for (GibbsShard shard : shards) {
      products.add(new WeightMomentum.Product(1, shard.data, shard.dataHidden));
      products.add(new WeightMomentum.Product(-1, shard.chain, shard.chainHidden));
    }
    return products;
  }

  /**
   * Moves the parameters once.
   *
   * @param rows where the batch is read from
   * @param indices of the rows
   * @param from position in {@code indices} at which the batch begins
   * @param epoch from 0, for the schedules
   * @param seed of this step
   */
  void step(TrainingRows rows, int[] indices, int from, int epoch, Seed seed) {
    workers.forEachShard(
        shards.size(),
        i -> {
          GibbsShard shard = shards.get(i);
          rows.read(indices, from + shard.firstRow(), shard.data);
          shard.run(rbm, settings, seed);
        });
    double rate = settings.learningRateAt(epoch);
    double momentum = settings.momentumAt(epoch);
    weights.move(rate / batchSize, momentum, rate * settings.weightDecay());
    moveVisibleBias(rate, momentum);
    moveHiddenBias(rate, momentum);
  }

  /** What the next step depends on, apart from the machine. */
  void put(StateArrays state) {
    state.put("weight_velocity", weights.velocity());
    state.put("visible_velocity", visibleVelocity);
    state.put("hidden_velocity", hiddenVelocity);
    state.put("mean_activation", meanActivation);
    for (int i = 0; settings.persistent() && i < shards.size(); i++) {
      state.put("chain_" + i, shards.get(i).chainHidden);
    }
  }

  /** Sets what {@link #put} gave after a step. */
  void restore(KeptState kept) {
    kept.into("weight_velocity", weights.velocity());
    kept.into("visible_velocity", visibleVelocity);
    kept.into("hidden_velocity", hiddenVelocity);
    kept.into("mean_activation", meanActivation);
    for (int i = 0; settings.persistent() && i < shards.size(); i++) {
      kept.into("chain_" + i, shards.get(i).chainHidden);
      shards.get(i).resumeChain();
    }
  }

  private void moveVisibleBias(double rate, double momentum) {
    float[] bias = rbm.visibleBias();
    for (int i = 0; i < bias.length; i++) {
      double gradient = 0;
      for (GibbsShard shard : shards) {
        gradient += shard.visibleGradient[i];
      }
      visibleVelocity[i] = momentum * visibleVelocity[i] + rate * gradient / batchSize;
      bias[i] += (float) visibleVelocity[i];
    }
  }

  private void moveHiddenBias(double rate, double momentum) {
    float[] bias = rbm.hiddenBias();
    for (int j = 0; j < bias.length; j++) {
      double gradient = 0;
      double activation = 0;
      for (GibbsShard shard : shards) {
        gradient += shard.hiddenGradient[j];
        activation += shard.activation[j];
      }
      hiddenVelocity[j] =
          momentum * hiddenVelocity[j]
              + rate * (gradient / batchSize + sparsityGradient(j, activation / batchSize));
      bias[j] += (float) hiddenVelocity[j];
    }
  }

  /** The pull towards the sparsity target, on the biases only as Lee et al. (2008) advise. */
  private double sparsityGradient(int unit, double activation) {
    meanActivation[unit] =
        SPARSITY_DECAY * meanActivation[unit] + (1 - SPARSITY_DECAY) * activation;
    return settings.sparsityCost() * (settings.sparsityTarget() - meanActivation[unit]);
  }
}
