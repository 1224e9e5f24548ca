package io.github.unitscope.autoencoder;

import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.WeightMomentum;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One step of gradient descent after the other, on one autoencoder whose parameters it changes.
 * Batches are cut into shards by their size only, so results do not depend on the number of
 * threads.
 */
final class DenoisingSteps {
  private static final int SHARD_ROWS = 64;

  /** Smaller batches are not worth a second thread. */
  private static final int SMALLEST_SHARED_BATCH = 16;

  /** Keeps the penalty's derivative finite where a unit is off, or on, in a whole batch. */
  private static final double LEAST_ACTIVATION = 1e-4;

  private final DenoisingAutoencoder autoencoder;
  private final AutoencoderSettings settings;
  private final Workers workers;
  private final List<DenoisingShard> shards = new ArrayList<>();
  private final WeightMomentum weights;
  private final double[] visibleVelocity;
  private final double[] hiddenVelocity;
  private final float[] sparsity;
  private final int batchSize;

  DenoisingSteps(
      DenoisingAutoencoder autoencoder,
      AutoencoderSettings settings,
      int batchSize,
      Workers workers) {
    this.autoencoder = autoencoder;
    this.settings = settings;
    this.workers = workers;
    this.batchSize = batchSize;
    this.visibleVelocity = new double[autoencoder.visible()];
    this.hiddenVelocity = new double[autoencoder.hidden()];
    this.sparsity = new float[autoencoder.hidden()];
    cutRows();
    this.weights = new WeightMomentum(autoencoder.weights(), products(), workers);
  }

  private void cutRows() {
    int least = batchSize >= SMALLEST_SHARED_BATCH ? 2 : 1;
    int count = Math.max(least, (batchSize + SHARD_ROWS - 1) / SHARD_ROWS);
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * batchSize / count);
      int to = (int) ((long) (i + 1) * batchSize / count);
      shards.add(new DenoisingShard(from, to - from, autoencoder.visible(), autoencoder.hidden()));
    }
  }

  /** The tied weights get their gradient from the encoder and from the decoder. */
  private List<WeightMomentum.Product> products() {
    List<WeightMomentum.Product> products = new ArrayList<>();
    for (DenoisingShard shard : shards) {
      products.add(new WeightMomentum.Product(-1, shard.corrupted, shard.hiddenDelta));
      products.add(new WeightMomentum.Product(-1, shard.visibleDelta, shard.hidden));
    }
    return products;
  }

  /**
   * Moves the parameters once.
   *
   * @param rows where the batch is read from
   * @param indices of the rows
   * @param from position in {@code indices} at which the batch begins
   * @param epoch from 0, for the learning rate
   * @param seed of this step
   */
  void step(TrainingRows rows, int[] indices, int from, int epoch, Seed seed) {
    workers.forEachShard(
        shards.size(),
        i -> {
          DenoisingShard shard = shards.get(i);
          rows.read(indices, from + shard.firstRow(), shard.clean());
          shard.encode(autoencoder, settings.corruption(), seed);
        });
    findSparsity();
    workers.forEachShard(shards.size(), i -> shards.get(i).backpropagate(autoencoder, sparsity));
    double rate = settings.learningRateAt(epoch);
    weights.move(rate / batchSize, settings.momentum(), rate * settings.weightDecay());
    moveBias(autoencoder.visibleBias(), visibleVelocity, s -> s.visibleGradient, rate);
    moveBias(autoencoder.hiddenBias(), hiddenVelocity, s -> s.hiddenGradient, rate);
  }

  /** What the next step depends on, apart from the autoencoder. */
  void put(StateArrays state) {
    state.put("weight_velocity", weights.velocity());
    state.put("visible_velocity", visibleVelocity);
    state.put("hidden_velocity", hiddenVelocity);
  }

  /** Sets what {@link #put} gave after a step. */
  void restore(KeptState kept) {
    kept.into("weight_velocity", weights.velocity());
    kept.into("visible_velocity", visibleVelocity);
    kept.into("hidden_velocity", hiddenVelocity);
  }

  /** d/dp of β KL(ρ ‖ p) = β((1 − ρ)/(1 − p) − ρ/p), with p the mean activation in the batch. */
  private void findSparsity() {
    if (settings.sparsityCost() == 0) {
      return;
    }
    double target = settings.sparsityTarget();
    for (int j = 0; j < sparsity.length; j++) {
      double sum = 0;
      for (DenoisingShard shard : shards) {
        sum += shard.activation[j];
      }
      double p = Math.max(LEAST_ACTIVATION, Math.min(1 - LEAST_ACTIVATION, sum / batchSize));
      sparsity[j] = (float) (settings.sparsityCost() * ((1 - target) / (1 - p) - target / p));
    }
  }

  private void moveBias(
      float[] bias, double[] velocity, Function<DenoisingShard, double[]> gradients, double rate) {
    for (int i = 0; i < bias.length; i++) {
      double gradient = 0;
      for (DenoisingShard shard : shards) {
        gradient += gradients.apply(shard)[i];
      }
      velocity[i] = settings.momentum() * velocity[i] - rate * gradient / batchSize;
      bias[i] += (float) velocity[i];
    }
  }
}
