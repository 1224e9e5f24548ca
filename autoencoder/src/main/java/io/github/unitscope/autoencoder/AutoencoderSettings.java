package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.stacks.training.LayerSettings;
import io.github.unitscope.stacks.training.TrainingSettings;

/**
 * How a denoising autoencoder is trained: gradient descent with momentum on batches.
 *
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum in [0, 1)
 * @param weightDecay L2 penalty on the weights
 * @param corruption of the inputs
 * @param sparsityTarget ρ, the wanted mean activation of a hidden unit, in (0, 1)
 * @param sparsityCost β of the penalty β Σ_j KL(ρ ‖ mean activation of unit j in the batch); 0 for
 *     none
 */
public record AutoencoderSettings(
    int epochs,
    int batchSize,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double weightDecay,
    Corruption corruption,
    double sparsityTarget,
    double sparsityCost)
    implements LayerSettings {

  /**
   * What is used for values in [0, 1] unless something else is asked for; {@link Builder} says the
   * values.
   */
  public static final AutoencoderSettings DEFAULTS = builder().build();

  /**
   * What is used for the first layer where pixels are real numbers of about unit variance. Without
   * sparsity most filters of natural patches stay noise.
   */
  public static final AutoencoderSettings REAL_VALUED_DEFAULTS =
      builder()
          .epochs(25)
          .learningRate(0.05)
          .finalLearningRate(0.01)
          .weightDecay(1e-3)
          .corruption(Corruption.of(Noise.GAUSSIAN, 1))
          .sparsityTarget(0.05)
          .sparsityCost(1)
          .build();

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public AutoencoderSettings {
    TrainingSettings.require(epochs, batchSize, learningRate, finalLearningRate);
    LayerSettings.require(momentum, weightDecay, sparsityTarget, sparsityCost);
  }

  /** The same settings with another level of noise. */
  AutoencoderSettings withLevel(double level) {
    return toBuilder().corruption(corruption.withLevel(level)).build();
  }

  /** Begins with {@link #DEFAULTS}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins with these settings. */
  public Builder toBuilder() {
    return new Builder()
        .epochs(epochs)
        .batchSize(batchSize)
        .learningRate(learningRate)
        .finalLearningRate(finalLearningRate)
        .momentum(momentum)
        .weightDecay(weightDecay)
        .corruption(corruption)
        .sparsityTarget(sparsityTarget)
        .sparsityCost(sparsityCost);
  }

  /** Changes some settings; {@link #build} checks them. */
  public static final class Builder implements LayerSettings.Builder<Builder> {
    private int epochs = 10;
    private int batchSize = 20;
    private double learningRate = 0.2;
    private double finalLearningRate = 0.04;
    private double momentum = 0.5;
    private double weightDecay = 5e-4;
    private Corruption corruption = Corruption.of(Noise.SALT_AND_PEPPER, 0.4);
    private double sparsityTarget = 0.1;
    private double sparsityCost = 0;

    private Builder() {}

    /** Passes over the training images; 10 by default. */
    @Override
    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    /** Images a step; 20 by default. */
    @Override
    public Builder batchSize(int value) {
      batchSize = value;
      return this;
    }

    /** Learning rate of the first epoch; 0.2 by default. */
    @Override
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /** Learning rate of the last epoch; 0.04 by default. */
    @Override
    public Builder finalLearningRate(double value) {
      finalLearningRate = value;
      return this;
    }

    /** Momentum; 0.5 by default. */
    @Override
    public Builder momentum(double value) {
      momentum = value;
      return this;
    }

    /** L2 penalty on the weights; 5e-4 by default. */
    @Override
    public Builder weightDecay(double value) {
      weightDecay = value;
      return this;
    }

    /** Noise on the inputs; salt and pepper on 40 % of them by default. */
    public Builder corruption(Corruption value) {
      corruption = value;
      return this;
    }

    /** Wanted mean activation of a hidden unit; 0.1 by default. */
    @Override
    public Builder sparsityTarget(double value) {
      sparsityTarget = value;
      return this;
    }

    /** Weight of the sparsity penalty; 0, none, by default. */
    @Override
    public Builder sparsityCost(double value) {
      sparsityCost = value;
      return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidInputException if a value is out of its range
     */
    public AutoencoderSettings build() {
      return new AutoencoderSettings(
          epochs,
          batchSize,
          learningRate,
          finalLearningRate,
          momentum,
          weightDecay,
          corruption,
          sparsityTarget,
          sparsityCost);
    }
  }
}
