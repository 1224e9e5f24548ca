package io.github.unitscope.rbm;

import static io.github.unitscope.stacks.training.TrainingSettings.isShare;
import static io.github.unitscope.stacks.training.TrainingSettings.require;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.MayBeMissing;
import io.github.unitscope.stacks.training.LayerSettings;
import io.github.unitscope.stacks.training.TrainingSettings;

/**
 * How a restricted Boltzmann machine is trained. Notation: Hinton, <i>A practical guide to training
 * restricted Boltzmann machines</i>, 2010.
 *
 * @param hidden how many hidden units
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum of the first epochs
 * @param finalMomentum after {@code momentumEpochs}
 * @param momentumEpochs how many epochs keep the first momentum
 * @param weightDecay L2 penalty on the weights
 * @param gibbsSteps k of CD-k or PCD-k
 * @param persistent whether the chains go on from step to step (Tieleman 2008)
 * @param sparsityTarget the wanted mean activation of a hidden unit, in (0, 1)
 * @param sparsityCost weight of the penalty for missing it (Lee, Ekanadham, Ng 2008); 0 for none
 * @param binarize how images become states of binary visible units
 * @param tempering how chains are kept in equilibrium; null for contrastive divergence. With it
 *     there is neither momentum nor sparsity, and {@code gibbsSteps} are sweeps of the ladder
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RbmSettings(
    int hidden,
    int epochs,
    int batchSize,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double finalMomentum,
    int momentumEpochs,
    double weightDecay,
    int gibbsSteps,
    boolean persistent,
    double sparsityTarget,
    double sparsityCost,
    Binarization binarize,
    @MayBeMissing Tempering tempering)
    implements LayerSettings {

  /** What is used unless something else is asked for; {@link Builder} says the values. */
  public static final RbmSettings DEFAULTS = builder().build();

  /**
   * What is used for Gaussian visible units: the gradients of real numbers need shorter steps, and
   * without sparsity (Lee, Ekanadham, Ng 2008) the filters of natural patches are neither local nor
   * oriented.
   */
  public static final RbmSettings GAUSSIAN_DEFAULTS =
      builder()
          .epochs(20)
          .learningRate(0.02)
          .finalLearningRate(0.004)
          .weightDecay(1e-3)
          .sparsityCost(5)
          .build();

  /**
   * What is used for training in equilibrium, with binary visible units: batches of 500, no
   * momentum, and a rate so low that the chains follow.
   */
  public static final RbmSettings TEMPERED_DEFAULTS =
      builder()
          .epochs(20)
          .batchSize(500)
          .learningRate(0.02)
          .finalLearningRate(0.005)
          .momentum(0)
          .finalMomentum(0)
          .weightDecay(0)
          .tempering(Tempering.DEFAULTS)
          .build();

  /** What is used for training in equilibrium with Gaussian visible units. */
  public static final RbmSettings TEMPERED_GAUSSIAN_DEFAULTS =
      TEMPERED_DEFAULTS.toBuilder().learningRate(0.005).finalLearningRate(0.001).build();

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public RbmSettings {
    require(hidden >= 1, "the number of hidden units must be at least 1", hidden);
    TrainingSettings.require(epochs, batchSize, learningRate, finalLearningRate);
    LayerSettings.require(momentum, weightDecay, sparsityTarget, sparsityCost);
    require(isShare(finalMomentum), "momentum must be in [0, 1)", finalMomentum);
    require(momentumEpochs >= 0, "momentum epochs must not be negative", momentumEpochs);
    require(gibbsSteps >= 1, "the number of Gibbs steps must be at least 1", gibbsSteps);
  }

  /** The same settings for another number of hidden units. */
  public RbmSettings withHidden(int units) {
    return toBuilder().hidden(units).build();
  }

  /** The momentum of an epoch, from 0. */
  double momentumAt(int epoch) {
    return epoch < momentumEpochs ? momentum : finalMomentum;
  }

  /** Begins with {@link #DEFAULTS}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Begins with these settings. */
  public Builder toBuilder() {
    return new Builder()
        .hidden(hidden)
        .epochs(epochs)
        .batchSize(batchSize)
        .learningRate(learningRate)
        .finalLearningRate(finalLearningRate)
        .momentum(momentum)
        .finalMomentum(finalMomentum)
        .momentumEpochs(momentumEpochs)
        .weightDecay(weightDecay)
        .gibbsSteps(gibbsSteps)
        .persistent(persistent)
        .sparsityTarget(sparsityTarget)
        .sparsityCost(sparsityCost)
        .binarize(binarize)
        .tempering(tempering);
  }

  /** Changes some settings; {@link #build} checks them. */
  public static final class Builder implements LayerSettings.Builder<Builder> {
    private int hidden = 500;
    private int epochs = 10;
    private int batchSize = 100;
    private double learningRate = 0.1;
    private double finalLearningRate = 0.02;
    private double momentum = 0.5;
    private double finalMomentum = 0.9;
    private int momentumEpochs = 5;
    private double weightDecay = 2e-4;
    private int gibbsSteps = 1;
    private boolean persistent = false;
    private double sparsityTarget = 0.1;
    private double sparsityCost = 0;
    private Binarization binarize = Binarization.NONE;
    private Tempering tempering;

    private Builder() {}

    /** Hidden units; 500 by default. */
    public Builder hidden(int value) {
      hidden = value;
      return this;
    }

    /** Passes over the training images; 10 by default. */
    @Override
    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    /** Images a step; 100 by default. */
    @Override
    public Builder batchSize(int value) {
      batchSize = value;
      return this;
    }

    /** Learning rate of the first epoch; 0.1 by default. */
    @Override
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /** Learning rate of the last epoch; 0.02 by default. */
    @Override
    public Builder finalLearningRate(double value) {
      finalLearningRate = value;
      return this;
    }

    /** Momentum of the first epochs; 0.5 by default. */
    @Override
    public Builder momentum(double value) {
      momentum = value;
      return this;
    }

    /** Momentum after them; 0.9 by default. */
    public Builder finalMomentum(double value) {
      finalMomentum = value;
      return this;
    }

    /** Epochs with the first momentum; 5 by default. */
    public Builder momentumEpochs(int value) {
      momentumEpochs = value;
      return this;
    }

    /** L2 penalty on the weights; 2e-4 by default. */
    @Override
    public Builder weightDecay(double value) {
      weightDecay = value;
      return this;
    }

    /** k of CD-k or PCD-k; 1 by default. */
    public Builder gibbsSteps(int value) {
      gibbsSteps = value;
      return this;
    }

    /** Whether chains go on from step to step; they do not by default. */
    public Builder persistent(boolean value) {
      persistent = value;
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

    /** How images become binary states; not at all by default. */
    public Builder binarize(Binarization value) {
      binarize = value;
      return this;
    }

    /** How chains are kept in equilibrium; null, as by default, for contrastive divergence. */
    public Builder tempering(Tempering value) {
      tempering = value;
      return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidInputException if a value is out of its range
     */
    public RbmSettings build() {
      return new RbmSettings(
          hidden,
          epochs,
          batchSize,
          learningRate,
          finalLearningRate,
          momentum,
          finalMomentum,
          momentumEpochs,
          weightDecay,
          gibbsSteps,
          persistent,
          sparsityTarget,
          sparsityCost,
          binarize,
          tempering);
    }
  }
}
