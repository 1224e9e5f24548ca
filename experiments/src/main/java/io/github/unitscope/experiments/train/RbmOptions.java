package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.rbm.Binarization;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.VisibleUnits;

/** Options of training restricted Boltzmann machines. */
public final class RbmOptions implements StackKindOptions {
  private static final RbmSettings DEFAULTS = RbmSettings.DEFAULTS;

  @ParametersDelegate private final StackOptions stack = new StackOptions(DEFAULTS);

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--momentum", description = "Momentum of the first epochs, in [0, 1)")
  private double momentum = DEFAULTS.momentum();

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--final-momentum", description = "Momentum of the later epochs, in [0, 1)")
  private double finalMomentum = DEFAULTS.finalMomentum();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--momentum-epochs",
      description = "Number of epochs with --momentum, at least 0")
  private int momentumEpochs = DEFAULTS.momentumEpochs();

  @Parameter(
      names = "--cd",
      description = "Gibbs steps per gradient, the k of CD-k or PCD-k; at least 1")
  private int gibbsSteps = DEFAULTS.gibbsSteps();

  @Parameter(names = "--persistent", description = "Use persistent contrastive divergence")
  private boolean persistent = DEFAULTS.persistent();

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
    return UsageException.check(
        () -> {
          boolean real = range == ValueRange.CENTRED;
          RbmSettings upper = own(stack.all(RbmSettings.builder()));
          RbmSettings otherwise = real ? RbmSettings.GAUSSIAN_DEFAULTS : upper;
          return DbnSettings.of(stack.layers())
              .withFirst(own(stack.first(otherwise.toBuilder())))
              .withUpper(upper)
              .withVisibleUnits(real ? VisibleUnits.GAUSSIAN : VisibleUnits.BERNOULLI);
        });
  }

  /** With the options that only these machines have. */
  private RbmSettings own(RbmSettings.Builder settings) {
    return settings
        .hidden(stack.layers().get(0))
        .momentum(momentum)
        .finalMomentum(finalMomentum)
        .momentumEpochs(momentumEpochs)
        .gibbsSteps(gibbsSteps)
        .persistent(persistent)
        .binarize(binarize)
        .build();
  }
}
