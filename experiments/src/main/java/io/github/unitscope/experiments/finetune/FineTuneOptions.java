package io.github.unitscope.experiments.finetune;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.classifier.Optimizer;

/** Options of fine-tuning. */
public final class FineTuneOptions {
  private static final FineTuneSettings DEFAULTS = FineTuneSettings.DEFAULTS;

  /** Of the last to the first learning rate, where only the first is given. */
  private static final double RATE_RATIO = DEFAULTS.finalLearningRate() / DEFAULTS.learningRate();

  @Parameter(names = "--epochs", description = "Most passes over the training images")
  private int epochs = DEFAULTS.epochs();

  @Parameter(names = "--batch", description = "Images a step")
  private int batch = DEFAULTS.batchSize();

  @Parameter(names = "--optimizer", description = "How a gradient becomes a step: momentum or adam")
  private Optimizer optimizer = DEFAULTS.optimizer();

  @Parameter(names = "--rate", description = "Learning rate of the first epoch")
  private double rate = DEFAULTS.learningRate();

  @Parameter(
      names = "--final-rate",
      description =
          "Learning rate of the last epoch, linear in between; by default a hundredth of the first")
  private Double finalRate;

  @Parameter(names = "--momentum", description = "Momentum; Adam's first decay rate")
  private double momentum = DEFAULTS.momentum();

  @Parameter(names = "--input-dropout", description = "Probability that a pixel is dropped")
  private double inputDropout = DEFAULTS.inputDropout();

  @Parameter(names = "--dropout", description = "Probability that a hidden unit is dropped")
  private double dropout = DEFAULTS.hiddenDropout();

  @Parameter(names = "--weight-decay", description = "L2 penalty on the weights")
  private double weightDecay = DEFAULTS.weightDecay();

  @Parameter(
      names = "--max-norm",
      description = "Largest norm of the weights that come into a unit; 0 for no limit")
  private double maxNorm = DEFAULTS.maxNorm();

  @Parameter(
      names = "--patience",
      description = "Epochs without a better validation error after which training stops")
  private int patience = DEFAULTS.patience();

  /**
   * The settings.
   *
   * @throws UsageException if an option is out of its range
   */
  public FineTuneSettings settings() {
    return UsageException.check(
        () ->
            new FineTuneSettings(
                epochs,
                batch,
                optimizer,
                rate,
                finalRate == null ? rate * RATE_RATIO : finalRate,
                momentum,
                inputDropout,
                dropout,
                weightDecay,
                maxNorm,
                patience));
  }
}
