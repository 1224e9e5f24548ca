package io.github.unitscope.convnet.training;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import java.util.Objects;

/**
 * How a convolutional network is trained.
 *
 * @param architecture its layers
 * @param nonlinearity of all hidden layers
 * @param steps of Adam; the images are gone through in a new random order as often as that needs
 * @param batchSize images a step; the last images of an epoch that fill no batch are left out of it
 * @param learningRate of Adam (Kingma and Ba 2015; β₁ = 0.9, β₂ = 0.999, ε = 1e-8)
 * @param dropout probability that an input of a dense layer is dropped, in [0, 1) (Srivastava et
 *     al. 2014); what is kept is scaled up, so the weights need no change afterwards
 * @param largestFilterRms a filter of the first convolution whose root mean square exceeds this is
 *     scaled back to it after every step (Zeiler and Fergus 2013: 0.1, for inputs of ±128); 0 for
 *     no bound
 * @param testEvery steps between two looks at the test images, by which nothing is chosen; the last
 *     step always has one
 */
public record ConvNetSettings(
    Architecture architecture,
    Nonlinearity nonlinearity,
    int steps,
    int batchSize,
    double learningRate,
    double dropout,
    double largestFilterRms,
    int testEvery) {

  /** What is used unless something else is asked for: five epochs of MNIST's 60,000 images. */
  public static final ConvNetSettings DEFAULTS =
      new ConvNetSettings(Architecture.L20, Nonlinearity.TANH, 290, 1024, 0.001, 0, 0, 29);

  /**
   * Within what float32 holds. ND4J's Adam moves by 1e-8 instead, without a word, where its rate is
   * infinite or 0 there.
   */
  private static final double LEAST_SINGLE = 1e-30;

  private static final double GREATEST_SINGLE = 1e38;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public ConvNetSettings {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(nonlinearity, "nonlinearity");
    require(steps >= 1, "the number of steps must be at least 1", steps);
    require(batchSize >= 1, "the batch size must be at least 1", batchSize);
    require(
        isSingle(learningRate),
        String.format(
            Locale.ROOT, "the learning rate must be from %s to %s", LEAST_SINGLE, GREATEST_SINGLE),
        learningRate);
    require(dropout >= 0 && dropout < 1, "the dropout must be in [0, 1)", dropout);
    require(
        largestFilterRms == 0 || isSingle(largestFilterRms),
        String.format(
            Locale.ROOT,
            "the largest root mean square of a filter must be 0, for none, or from %s to %s",
            LEAST_SINGLE,
            GREATEST_SINGLE),
        largestFilterRms);
    require(testEvery >= 1, "the steps between two tests must be at least 1", testEvery);
  }

  private static boolean isSingle(double value) {
    return value >= LEAST_SINGLE && value <= GREATEST_SINGLE;
  }

  private static void require(boolean condition, String what, Number value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }

  /** Whether the test images are looked at after a step, from 1. */
  boolean isTested(int step) {
    return step % testEvery == 0 || step == steps;
  }
}
