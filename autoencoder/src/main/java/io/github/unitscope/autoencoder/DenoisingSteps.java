package io.github.unitscope.autoencoder;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.stacks.tied.Half;
import io.github.unitscope.stacks.tied.TiedProducts;
import io.github.unitscope.stacks.tied.UnitBlock;
import io.github.unitscope.stacks.training.BatchRows;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;

/**
 * One step of gradient descent after the other, on one autoencoder whose parameters it changes.
 * Threads share the units of both layers ({@link TiedProducts}); how they are cut depends on the
 * sizes only, so results do not depend on the number of threads.
 */
final class DenoisingSteps {
  /** Keeps the penalty's derivative finite where a unit is off, or on, in a whole batch. */
  private static final double LEAST_ACTIVATION = 1e-4;

  private final DenoisingAutoencoder autoencoder;
  private final AutoencoderSettings settings;
  private final TiedProducts products;
  private final BatchRows clean;
  private final float[][] corrupted;
  private final double[] visibleVelocity;
  private final double[] hiddenVelocity;
  private final float[] sparsity;
  private final int batchSize;

  /** Sums over the batch. */
  private final double[] visibleGradient;

  private final double[] hiddenGradient;
  private final double[] activation;

  DenoisingSteps(
      DenoisingAutoencoder autoencoder,
      AutoencoderSettings settings,
      int batchSize,
      Workers workers) {
    int visible = autoencoder.visible();
    int hidden = autoencoder.hidden();
    this.autoencoder = autoencoder;
    this.settings = settings;
    this.batchSize = batchSize;
    boolean hasVelocity = settings.momentum() != 0 || settings.weightDecay() != 0;
    this.products = new TiedProducts(autoencoder.weights(), batchSize, hasVelocity, workers);
    this.clean = new BatchRows(batchSize, visible, workers);
    this.corrupted = new float[batchSize][visible];
    this.visibleVelocity = new double[visible];
    this.hiddenVelocity = new double[hidden];
    this.sparsity = new float[hidden];
    this.visibleGradient = new double[visible];
    this.hiddenGradient = new double[hidden];
    this.activation = new double[hidden];
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
    Arrays.fill(visibleGradient, 0);
    Arrays.fill(hiddenGradient, 0);
    Arrays.fill(activation, 0);
    read(rows, indices, from, seed.derive("corruption"));
    products.up(Half.FIRST, this::encode);
    products.down(this::decode);
    findSparsity();
    double rate = settings.learningRateAt(epoch);
    products.upAndMove(
        Half.SECOND,
        this::backpropagate,
        -rate / batchSize,
        settings.momentum(),
        rate * settings.weightDecay());
    moveBias(autoencoder.visibleBias(), visibleVelocity, visibleGradient, rate);
    moveBias(autoencoder.hiddenBias(), hiddenVelocity, hiddenGradient, rate);
  }

  private void read(TrainingRows rows, int[] indices, int from, Seed noise) {
    clean.read(
        rows,
        indices,
        from,
        row -> {
          long seed = noise.derive(row).value();
          settings.corruption().apply(clean.values()[row], seed, corrupted[row]);
          products.setVisible(row, corrupted[row]);
        });
  }

  /** h, which the decoder's part of the gradient has. */
  private void encode(UnitBlock block) {
    block.activate(autoencoder.hiddenBias());
    block.addRowSums(activation);
    products.setHidden(Half.SECOND, block);
    products.setStates(block);
  }

  /** The derivative of either cost with respect to the pre-activation of the decoder is y − x. */
  private void decode(UnitBlock block) {
    if (autoencoder.reconstruction() == Reconstruction.CROSS_ENTROPY) {
      block.activate(autoencoder.visibleBias());
    } else {
      block.addBias(autoencoder.visibleBias());
    }
    block.subtract(clean.values());
    block.addRowSums(visibleGradient);
    products.setVisible(Half.SECOND, block);
  }

  /** The gradient with respect to the pre-activations of h, which the encoder's part has. */
  private void backpropagate(UnitBlock block) {
    float[] delta = block.values();
    float[] h = products.hidden(Half.SECOND, block);
    for (int row = 0; row < block.rows(); row++) {
      throughSigmoid(delta, h, row * block.units(), block);
    }
    block.addRowSums(hiddenGradient);
    products.setHidden(Half.FIRST, block);
  }

  private void throughSigmoid(float[] delta, float[] h, int offset, UnitBlock block) {
    int first = block.firstUnit();
    for (int unit = 0; unit < block.units(); unit++) {
      float mean = h[offset + unit];
      delta[offset + unit] = (delta[offset + unit] + sparsity[first + unit]) * mean * (1 - mean);
    }
  }

  /** What the next step depends on, apart from the autoencoder. */
  void put(StateArrays state) {
    products.put(state);
    state.put("visible_velocity", visibleVelocity);
    state.put("hidden_velocity", hiddenVelocity);
  }

  /** Sets what {@link #put} gave after a step. */
  void restore(KeptState kept) {
    products.restore(kept);
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
      double p =
          Math.max(LEAST_ACTIVATION, Math.min(1 - LEAST_ACTIVATION, activation[j] / batchSize));
      sparsity[j] = (float) (settings.sparsityCost() * ((1 - target) / (1 - p) - target / p));
    }
  }

  private void moveBias(float[] bias, double[] velocity, double[] gradient, double rate) {
    for (int i = 0; i < bias.length; i++) {
      velocity[i] = settings.momentum() * velocity[i] - rate * gradient[i] / batchSize;
      bias[i] += (float) velocity[i];
    }
  }
}
