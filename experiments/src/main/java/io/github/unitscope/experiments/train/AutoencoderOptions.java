package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.autoencoder.AutoencoderSettings;
import io.github.unitscope.autoencoder.Corruption;
import io.github.unitscope.autoencoder.Noise;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options of training stacked denoising autoencoders. */
public final class AutoencoderOptions implements StackKindOptions {
  private static final AutoencoderSettings DEFAULTS = AutoencoderSettings.DEFAULTS;

  @ParametersDelegate private final StackOptions stack = new StackOptions(DEFAULTS, Map.of());

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--momentum", description = "Momentum of the steps, in [0, 1)")
  private double momentum = DEFAULTS.momentum();

  @Parameter(
      names = "--noise",
      description = "Corruption of the input; gaussian is for real-valued pixels")
  private Noise noise = DEFAULTS.corruption().noise();

  @Parameter(
      names = "--level",
      description =
          "Share of corrupted values, in [0, 1], or standard deviation of Gaussian noise."
              + " One number for all layers, or one for each: 0.1,0.2,0.3")
  private List<Double> levels = List.of(DEFAULTS.corruption().level());

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--first-noise",
      description = "--noise of the first layer" + StackOptions.OTHERWISE)
  private Noise firstNoise;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--first-level",
      description = "--level of the first layer" + StackOptions.OTHERWISE)
  private Double firstLevel;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--salt",
      description =
          "Salt-and-pepper noise sets real-valued pixels to this number or its negative,"
              + " above 0")
  private double salt = Corruption.REAL_VALUED_SALT;

  @Override
  public StackOptions stack() {
    return stack;
  }

  @Override
  public SdaeTraining training(Dataset dataset, long seed) {
    return new SdaeTraining(settings(dataset.range()), dataset, seed);
  }

  /** With linear reconstruction and squared error for pixels that are real numbers. */
  private SdaeSettings settings(ValueRange range) {
    // Also where no noise is of salt and pepper: the manifest records it.
    if (!(salt > 0) || Double.isInfinite(salt)) {
      throw new UsageException("--salt must be a positive number, not " + salt);
    }
    return UsageException.check(
        () -> {
          boolean real = range == ValueRange.CENTRED;
          AutoencoderSettings upper =
              stack
                  .all(AutoencoderSettings.builder(), DEFAULTS)
                  .momentum(momentum)
                  .corruption(Corruption.of(noise, levels.get(0)))
                  .build();
          AutoencoderSettings first =
              first(real, real ? AutoencoderSettings.REAL_VALUED_DEFAULTS : upper);
          return SdaeSettings.of(stack.layers())
              .withFirst(first)
              .withUpper(upper)
              .withLevels(levels(first))
              .withReconstruction(
                  real ? Reconstruction.SQUARED_ERROR : Reconstruction.CROSS_ENTROPY);
        });
  }

  private List<Double> levels(AutoencoderSettings first) {
    if (levels.size() > 1) {
      return levels;
    }
    List<Double> all = new ArrayList<>();
    for (int layer = 1; layer <= stack.layers().size(); layer++) {
      all.add(layer == 1 ? first.corruption().level() : levels.get(0));
    }
    return all;
  }

  private AutoencoderSettings first(boolean real, AutoencoderSettings otherwise) {
    double level = firstLevel == null ? otherwise.corruption().level() : firstLevel;
    Noise kind = firstNoise == null ? otherwise.corruption().noise() : firstNoise;
    return stack
        .first(otherwise.toBuilder(), DEFAULTS)
        .momentum(momentum)
        .corruption(new Corruption(kind, level, real ? -salt : 0, real ? salt : 1))
        .build();
  }
}
