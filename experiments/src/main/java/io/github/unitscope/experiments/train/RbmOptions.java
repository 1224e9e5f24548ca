package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.rbm.Binarization;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.Tempering;
import io.github.unitscope.rbm.machine.VisibleUnits;
import java.util.Map;

/** Options of training restricted Boltzmann machines. */
public final class RbmOptions implements StackKindOptions, Explained {
  private static final RbmSettings DEFAULTS = RbmSettings.DEFAULTS;

  @ParametersDelegate
  private final StackOptions stack =
      new StackOptions(DEFAULTS, Map.of("--algorithm ptt", RbmSettings.TEMPERED_DEFAULTS));

  @Parameter(
      names = "--algorithm",
      description =
          "How the chains run that a gradient is taken from: cd begins them at the data, pcd keeps"
              + " them, ptt keeps many on a ladder on which they cross between modes, so that the"
              + " model's samples can be believed, and stores the ladder with the model")
  private Algorithm algorithm = Algorithm.CD;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--chains",
      description =
          "With --algorithm ptt: chains on each rung of the ladder, at least 1, rounded up to a"
              + " multiple of 128. {chains}")
  private Integer chains;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--momentum",
      description = "Momentum of the first epochs, in [0, 1). {momentum}")
  private Double momentum;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--final-momentum",
      description = "Momentum of the later epochs, in [0, 1). {final-momentum}")
  private Double finalMomentum;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--momentum-epochs",
      description = "Number of epochs with --momentum, at least 0. {momentum-epochs}")
  private Integer momentumEpochs;

  @Parameter(
      names = "--cd",
      description =
          "Gibbs steps per gradient, the k of CD-k or PCD-k, or sweeps of the ladder; at least 1")
  private int gibbsSteps = DEFAULTS.gibbsSteps();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--binarize",
      description =
          "How pixels become states of binary units: none (use them as probabilities),"
              + " threshold or sample")
  private Binarization binarize = DEFAULTS.binarize();

  @Override
  public StackOptions stack() {
    return stack;
  }

  @Override
  public DbnTraining training(Dataset dataset, long seed) {
    return new DbnTraining(settings(dataset.range()), dataset, seed);
  }

  /** With Gaussian visible units for pixels that are real numbers. */
  private DbnSettings settings(ValueRange range) {
    requireApplicable();
    return UsageException.check(
        () -> {
          boolean real = range == ValueRange.CENTRED;
          RbmSettings begun = algorithm.defaults();
          RbmSettings upper = own(stack.all(begun.toBuilder(), begun));
          RbmSettings otherwise = real ? realValued() : upper;
          return DbnSettings.of(stack.layers())
              .withFirst(own(stack.first(otherwise.toBuilder(), begun)))
              .withUpper(upper)
              .withVisibleUnits(real ? VisibleUnits.GAUSSIAN : VisibleUnits.BERNOULLI);
        });
  }

  private RbmSettings realValued() {
    return algorithm == Algorithm.PTT
        ? RbmSettings.TEMPERED_GAUSSIAN_DEFAULTS
        : RbmSettings.GAUSSIAN_DEFAULTS;
  }

  private void requireApplicable() {
    if (algorithm != Algorithm.PTT) {
      if (chains != null) {
        throw new UsageException("--chains is for --algorithm ptt");
      }
    } else if (momentum != null || finalMomentum != null || momentumEpochs != null) {
      throw new UsageException("--algorithm ptt has no momentum: leave out the options of it");
    } else if (stack.hasSparsity()) {
      throw new UsageException("--algorithm ptt has no sparsity: leave out the options of it");
    }
  }

  /** With the options that only these machines have. */
  private RbmSettings own(RbmSettings.Builder settings) {
    RbmSettings begun = algorithm.defaults();
    return settings
        .hidden(stack.layers().get(0))
        .momentum(momentum == null ? begun.momentum() : momentum)
        .finalMomentum(finalMomentum == null ? begun.finalMomentum() : finalMomentum)
        .momentumEpochs(momentumEpochs == null ? begun.momentumEpochs() : momentumEpochs)
        .gibbsSteps(gibbsSteps)
        .persistent(begun.persistent())
        .binarize(binarize)
        .tempering(chains == null ? begun.tempering() : new Tempering(chains))
        .build();
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "chains", "Default: " + Tempering.DEFAULTS.chains(),
        "momentum", notTempered(DEFAULTS.momentum()),
        "final-momentum", notTempered(DEFAULTS.finalMomentum()),
        "momentum-epochs", notTempered(DEFAULTS.momentumEpochs()));
  }

  private static String notTempered(Object value) {
    return "Default: " + value + "; --algorithm ptt has none";
  }
}
