package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.convnet.training.Architecture;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.convnet.training.Nonlinearity;
import io.github.unitscope.experiments.command.UsageException;

/** Options of training convolutional networks. */
public final class ConvNetOptions {
  private static final ConvNetSettings DEFAULTS = ConvNetSettings.DEFAULTS;

  @Parameter(
      names = "--architecture",
      description =
          "Layers: l20 (3x3 convolutions 4,4, 8,8, 16,16 with pooling between, dense 64, 32) or"
              + " lenet (5x5 20, 5x5 50 with pooling, dense 500)")
  private Architecture architecture = DEFAULTS.architecture();

  @Parameter(
      names = "--nonlinearity",
      description = "Of hidden layers: tanh or relu; by default tanh for l20 and relu for lenet")
  private Nonlinearity nonlinearity;

  @Parameter(names = "--steps", description = "Steps of Adam; 290 are five epochs of 60,000 images")
  private int steps = DEFAULTS.steps();

  @Parameter(names = "--batch", description = "Images a step")
  private int batch = DEFAULTS.batchSize();

  @Parameter(names = "--rate", description = "Learning rate")
  private double rate = DEFAULTS.learningRate();

  @Parameter(
      names = "--dropout",
      description = "Probability that an input of a dense layer is dropped")
  private double dropout = DEFAULTS.dropout();

  @Parameter(
      names = "--filter-rms",
      description =
          "Largest root mean square of a first-layer filter, to which larger ones are scaled back;"
              + " 0 for no bound")
  private double largestFilterRms = DEFAULTS.largestFilterRms();

  @Parameter(
      names = "--test-every",
      description = "Steps between two looks at the test images, which change nothing")
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
