package io.github.unitscope.experiments.evolve;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Network;
import java.util.List;

/** Options of watching a network being trained. */
public final class EvolveOptions {
  @Parameter(names = "--every", description = "Training steps between two frames, at least 1")
  private int every = EvolutionSettings.DEFAULT_EVERY;

  @ParametersDelegate
  private final UnitOptions units =
      new UnitOptions(LayerDefault.HIGHEST, EvolutionSettings.DEFAULT_UNITS);

  @Parameter(
      names = "--no-maximization",
      description = "Maximize no units: show only the activations and the strongest features")
  private boolean noMaximization;

  @Parameter(
      names = "--maximize-every",
      description = "Training steps between two frames of maximized images, at least 1")
  private int maximizeEvery = EvolutionSettings.DEFAULT_MAXIMIZE_EVERY;

  @Parameter(
      names = "--restarts",
      description = "Random starts for every maximized unit, at least 1")
  private int restarts = EvolutionSettings.DEFAULT_RESTARTS;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--ascent-steps", description = "Steps of Adam for every start, at least 1")
  private int ascentSteps = EvolutionSettings.DEFAULT_ASCENT_STEPS;

  /**
   * The settings.
   *
   * @param network with the layers that are going to be trained
   * @throws UsageException if an option is out of its range, or there is no such layer or unit
   */
  public EvolutionSettings settings(ConvNetSettings training, Network network) {
    UnitOptions.Selection chosen = units.on(network);
    return UsageException.check(
        () ->
            new EvolutionSettings(
                training,
                every,
                maximizeEvery,
                chosen.layer().name(),
                noMaximization ? List.of() : chosen.units(),
                restarts,
                ascentSteps));
  }
}
