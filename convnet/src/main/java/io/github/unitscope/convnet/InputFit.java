package io.github.unitscope.convnet;

import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether images go into a network as they did in its training, judged by what its first batch
 * normalization remembers: per channel the divergence KL(now ‖ then) of normal distributions, in
 * nats. The images need not be those of the training, only be like natural ones.
 *
 * @param input what was tried
 * @param misfit mean over the channels
 */
public record InputFit(InputDeclaration input, double misfit) {
  /**
   * Measured on MobileNet with drawn scenes: 0.43 for what it was trained on and 0.82 for its
   * nearest wrong neighbour; with photographs 0.04 and 0.69.
   */
  private static final double WORSE_BY = 0.3;

  private static final double WORSE_TIMES = 1.5;

  /** Against channels that hardly vary on the images. */
  private static final double LEAST_VARIANCE_SHARE = 1e-4;

  /**
   * Tries every convention that has a name, the declared one included.
   *
   * @param network with the declared input
   * @param normalized its first normalized layer
   * @param images [images][inputs], with values in [0, 1]
   * @return the best first
   */
  public static List<InputFit> of(
      ConvNetwork network, NormalizedLayer normalized, float[][] images) {
    List<InputDeclaration> candidates = new ArrayList<>(InputDeclaration.known());
    if (!candidates.contains(network.input())) {
      candidates.add(network.input());
    }
    List<InputFit> fits = new ArrayList<>();
    for (InputDeclaration candidate : candidates) {
      if (candidate.fits(network.inputShape().channels())) {
        ConvNetwork tried =
            new ConvNetwork(network.inputShape(), candidate, network.nodes(), network.classes());
        fits.add(new InputFit(candidate, misfit(tried, normalized, images)));
      }
    }
    fits.sort(Comparator.comparingDouble(InputFit::misfit));
    return fits;
  }

  /**
   * Refuses a declaration that is clearly worse than another.
   *
   * @throws InvalidInputException if it is
   */
  public static void require(ConvNetwork network, NormalizedLayer normalized, float[][] images) {
    List<InputFit> fits = of(network, normalized, images);
    InputFit best = fits.get(0);
    InputFit declared =
        fits.stream().filter(fit -> fit.input.equals(network.input())).findFirst().orElseThrow();
    boolean wrong =
        declared.misfit > best.misfit + WORSE_BY && declared.misfit > WORSE_TIMES * best.misfit;
    if (wrong) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the network was not trained on images as '%s' gives them: its first batch normalization misses them by %.1f nats a channel, and by %.1f as '%s'; import with --input %s, or with --unchecked if you know better",
              declared.input.name(),
              declared.misfit,
              best.misfit,
              best.input.name(),
              best.input.name()));
    }
  }

  private static double misfit(ConvNetwork network, NormalizedLayer normalized, float[][] images) {
    Readout readout = new Readout(normalized.layer(), Quantity.ACTIVATION);
    int places = network.layer(normalized.layer()).places();
    int channels = normalized.mean().length;
    double[] sums = new double[channels];
    double[] squares = new double[channels];
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      float[] units = new float[channels * places];
      for (float[] image : images) {
        pass.input().writeRow(0, image);
        pass.forward();
        pass.output(readout).readRow(0, units);
        for (int i = 0; i < units.length; i++) {
          sums[i / places] += units[i];
          squares[i / places] += (double) units[i] * units[i];
        }
      }
    }
    double total = 0;
    for (int channel = 0; channel < channels; channel++) {
      double count = (double) images.length * places;
      double mean = sums[channel] / count;
      double variance = squares[channel] / count - mean * mean;
      total += divergence(mean, variance, normalized, channel);
    }
    return total / channels;
  }

  private static double divergence(
      double mean, double variance, NormalizedLayer normalized, int channel) {
    double then = Math.max(normalized.variance()[channel], Float.MIN_NORMAL);
    double ratio = Math.max(variance / then, LEAST_VARIANCE_SHARE);
    double shift = mean - normalized.mean()[channel];
    return (ratio + shift * shift / then - 1 - Math.log(ratio)) / 2;
  }
}
