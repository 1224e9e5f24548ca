package io.github.unitscope.stacks.classifier;

import static io.github.unitscope.stacks.training.TrainingSettings.isPositive;
import static io.github.unitscope.stacks.training.TrainingSettings.isShare;
import static io.github.unitscope.stacks.training.TrainingSettings.require;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.stacks.training.TrainingSettings;

/**
 * How a stack is fine-tuned.
 *
 * @param epochs most passes over the training images
 * @param batchSize images a step; the last images of an epoch that fill no batch wait for the next
 * @param optimizer how a gradient becomes a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum in [0, 1); Adam's β₁
 * @param inputDropout probability that a pixel is dropped, in [0, 1)
 * @param hiddenDropout probability that a hidden unit is dropped, in [0, 1) (Srivastava et al.
 *     2014); what is kept is scaled up, so the weights need no change afterwards
 * @param weightDecay L2 penalty on the weights
 * @param maxNorm largest L2 norm of the weights that come into a unit; 0 for no limit
 * @param patience epochs without a better validation error after which training stops
 */
public record FineTuneSettings(
    int epochs,
    int batchSize,
    Optimizer optimizer,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double inputDropout,
    double hiddenDropout,
    double weightDecay,
    double maxNorm,
    int patience)
    implements TrainingSettings {

  /** What is used unless something else is asked for; {@link Builder} says the values. */
  public static final FineTuneSettings DEFAULTS = builder().build();

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public FineTuneSettings {
    TrainingSettings.require(epochs, batchSize, learningRate, finalLearningRate);
    require(isShare(momentum), "momentum must be in [0, 1)", momentum);
    require(isShare(inputDropout), "the dropout of the input must be in [0, 1)", inputDropout);
    require(isShare(hiddenDropout), "the dropout must be in [0, 1)", hiddenDropout);
    require(isShare(weightDecay), "weight decay must be in [0, 1)", weightDecay);
    require(maxNorm == 0 || isPositive(maxNorm), "the largest norm must not be negative", maxNorm);
    require(patience >= 1, "the patience must be at least 1 epoch", patience);
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
        .optimizer(optimizer)
        .learningRate(learningRate)
        .finalLearningRate(finalLearningRate)
        .momentum(momentum)
        .inputDropout(inputDropout)
        .hiddenDropout(hiddenDropout)
        .weightDecay(weightDecay)
        .maxNorm(maxNorm)
        .patience(patience);
  }

  /** Changes some settings; {@link #build} checks them. */
  public static final class Builder {
    private int epochs = 60;
    private int batchSize = 100;
    private Optimizer optimizer = Optimizer.MOMENTUM;
    private double learningRate = 0.3;
    private double finalLearningRate = 0.003;
    private double momentum = 0.9;
    private double inputDropout = 0.2;
    private double hiddenDropout = 0.5;
    private double weightDecay = 0;
    private double maxNorm = 0;
    private int patience = 20;

    private Builder() {}

    /** Most passes over the training images; 60 by default. */
    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    /** Images a step; 100 by default. */
    public Builder batchSize(int value) {
      batchSize = value;
      return this;
    }

    /** How a gradient becomes a step; with momentum by default. */
    public Builder optimizer(Optimizer value) {
      optimizer = value;
      return this;
    }

    /** Learning rate of the first epoch; 0.3 by default. */
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /** Learning rate of the last epoch; 0.003 by default. */
    public Builder finalLearningRate(double value) {
      finalLearningRate = value;
      return this;
    }

    /** Momentum, or Adam's β₁; 0.9 by default. */
    public Builder momentum(double value) {
      momentum = value;
      return this;
    }

    /** Probability that a pixel is dropped; 0.2 by default. */
    public Builder inputDropout(double value) {
      inputDropout = value;
      return this;
    }

    /** Probability that a hidden unit is dropped; 0.5 by default. */
    public Builder hiddenDropout(double value) {
      hiddenDropout = value;
      return this;
    }

    /** L2 penalty on the weights; 0 by default. */
    public Builder weightDecay(double value) {
      weightDecay = value;
      return this;
    }

    /** Largest norm of the weights into a unit; 0, no limit, by default. */
    public Builder maxNorm(double value) {
      maxNorm = value;
      return this;
    }

    /** Epochs without a better validation error that are waited for; 20 by default. */
    public Builder patience(int value) {
      patience = value;
      return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidInputException if a value is out of its range
     */
    public FineTuneSettings build() {
      return new FineTuneSettings(
          epochs,
          batchSize,
          optimizer,
          learningRate,
          finalLearningRate,
          momentum,
          inputDropout,
          hiddenDropout,
          weightDecay,
          maxNorm,
          patience);
    }
  }
}
