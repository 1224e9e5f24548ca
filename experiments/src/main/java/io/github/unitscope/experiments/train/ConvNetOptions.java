package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.convnet.training.Architecture;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.convnet.training.Nonlinearity;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;

/** Options of training convolutional networks. */
public final class ConvNetOptions {
  private static final ConvNetSettings DEFAULTS = ConvNetSettings.DEFAULTS;

  @Parameter(
      names = "--architecture",
      description =
          "Layers of the network: l20 (3x3 convolutions with 4, 4, 8, 8, 16, 16 channels"
              + " and pooling between, then 64 and 32 dense units) or lenet (5x5 convolutions"
              + " with 20 and 50 channels and pooling, then 500 dense units)")
  private Architecture architecture = DEFAULTS.architecture();

  @Parameter(
      names = "--nonlinearity",
      description = "Nonlinearity of the hidden layers. Default: tanh for l20, relu for lenet")
  private Nonlinearity nonlinearity;

  @Parameter(
      names = "--steps",
      description = "Steps of Adam, at least 1; 290 are five epochs of 60,000 images")
  private int steps = DEFAULTS.steps();

  @Parameter(names = "--batch", description = "Images per step, at least 1")
  private int batch = DEFAULTS.batchSize();

  @Parameter(names = "--rate", description = "Learning rate, above 0")
  private double rate = DEFAULTS.learningRate();

  @Parameter(
      names = "--dropout",
      description = "Probability that an input of a dense layer is dropped, in [0, 1)")
  private double dropout = DEFAULTS.dropout();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--filter-rms",
      description =
          "Largest root mean square of a first-layer filter, at least 0; larger filters are"
              + " scaled back. 0 sets no limit")
  private double largestFilterRms = DEFAULTS.largestFilterRms();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--test-every",
      description =
          "Evaluate on the test set every this many steps, at least 1 (does not affect"
              + " training)")
  private int testEvery = DEFAULTS.testEvery();

  /**
   * The settings.
   *
   * @throws UsageException if an option is out of its range
   */
  public ConvNetSettings settings() {
    return UsageException.check(
        () ->
            new ConvNetSettings(
                architecture,
                nonlinearity == null ? architecture.usualNonlinearity() : nonlinearity,
                steps,
                batch,
                rate,
                dropout,
                largestFilterRms,
                testEvery));
  }
}
