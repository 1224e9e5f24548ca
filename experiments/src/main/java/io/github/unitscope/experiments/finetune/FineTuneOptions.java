package io.github.unitscope.experiments.finetune;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.classifier.Optimizer;

/** Options of fine-tuning. */
public final class FineTuneOptions {
  private static final FineTuneSettings DEFAULTS = FineTuneSettings.DEFAULTS;

  /** Of the last to the first learning rate, where only the first is given. */
  private static final double RATE_RATIO = DEFAULTS.finalLearningRate() / DEFAULTS.learningRate();

  @Parameter(
      names = "--epochs",
      description = "Maximum number of passes over the training images, at least 1")
  private int epochs = DEFAULTS.epochs();

  @Parameter(names = "--batch", description = "Images per step, at least 1")
  private int batch = DEFAULTS.batchSize();

  @Parameter(names = "--optimizer", description = "Gradient descent with momentum, or Adam")
  private Optimizer optimizer = DEFAULTS.optimizer();

  @Parameter(names = "--rate", description = "Learning rate of the first epoch, above 0")
  private double rate = DEFAULTS.learningRate();

  @Parameter(
      names = "--final-rate",
      description =
          "Learning rate of the last epoch, above 0; linear in between. Default: a"
              + " hundredth of --rate")
  private Double finalRate;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--momentum", description = "Momentum, or Adam's first decay rate, in [0, 1)")
  private double momentum = DEFAULTS.momentum();

  @Parameter(
      names = "--input-dropout",
      description = "Probability that a pixel is dropped, in [0, 1)")
  private double inputDropout = DEFAULTS.inputDropout();

  @Parameter(
      names = "--dropout",
      description = "Probability that a hidden unit is dropped, in [0, 1)")
  private double dropout = DEFAULTS.hiddenDropout();

  @Parameter(names = "--weight-decay", description = "L2 penalty on the weights, in [0, 1)")
  private double weightDecay = DEFAULTS.weightDecay();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--max-norm",
      description = "Maximum norm of the weights into a unit, at least 0. 0 sets no limit")
  private double maxNorm = DEFAULTS.maxNorm();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--patience",
      description = "Stop after this many epochs without a lower validation error, at least 1")
  private int patience = DEFAULTS.patience();

  /**
   * The settings.
   *
   * @throws UsageException if an option is out of its range
   */
  public FineTuneSettings settings() {
    return UsageException.check(
        () ->
            FineTuneSettings.builder()
                .epochs(epochs)
                .batchSize(batch)
                .optimizer(optimizer)
                .learningRate(rate)
                .finalLearningRate(finalRate == null ? rate * RATE_RATIO : finalRate)
                .momentum(momentum)
                .inputDropout(inputDropout)
                .hiddenDropout(dropout)
                .weightDecay(weightDecay)
                .maxNorm(maxNorm)
                .patience(patience)
                .build());
  }
}
