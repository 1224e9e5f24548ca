package io.github.unitscope.experiments.evolve;

import com.beust.jcommander.Parameter;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.List;

/** Options of watching a network being trained. */
public final class EvolveOptions {
  private static final int DEFAULT_UNITS = 20;

  @Parameter(names = "--every", description = "Steps from one frame to the next")
  private int every = EvolutionSettings.EVERY;

  @Parameter(
      names = "--layer",
      description = "Layer whose units are maximized, its name or number; by default the classes")
  private String layer;

  @Parameter(
      names = "--units",
      description =
          "Units that are maximized, from 0: 7 or 0-35 or 3,7,20-25 or all, or none; of a layer with"
              + " places channels, each by its neuron in the middle; by default the first 20")
  private String units;

  @Parameter(
      names = "--maximize-every",
      description = "Steps from one frame of maximized images to the next")
  private int maximizeEvery = EvolutionSettings.MAXIMIZE_EVERY;

  @Parameter(names = "--restarts", description = "Random starts for every maximized unit")
  private int restarts = EvolutionSettings.RESTARTS;

  @Parameter(names = "--ascent-steps", description = "Steps of Adam for every start")
  private int ascentSteps = EvolutionSettings.ASCENT_STEPS;

  /**
   * The settings.
   *
   * @param network with the layers that are going to be trained
   * @throws UsageException if an option is out of its range, or there is no such layer or unit
   */
  public EvolutionSettings settings(ConvNetSettings training, Network network) {
    int last = network.layers().size();
    Layer chosen =
        UsageException.check(() -> layer == null ? network.layer(last) : network.layer(layer));
    return UsageException.check(
        () ->
            new EvolutionSettings(
                training,
                every,
                maximizeEvery,
                chosen.name(),
                units(chosen),
                restarts,
                ascentSteps));
  }

  private List<Integer> units(Layer chosen) {
    if ("none".equals(units)) {
      return List.of();
    }
    int last = Math.min(DEFAULT_UNITS, chosen.shape().channels()) - 1;
    return UnitOptions.parse(units == null ? "0-" + last : units, chosen);
  }
}
