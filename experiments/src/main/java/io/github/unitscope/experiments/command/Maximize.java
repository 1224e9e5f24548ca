package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.natural.PhotographSet;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.MaximizationOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UsageException;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.Output;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.maximize.Start;
import io.github.unitscope.visualize.picture.Figure;
import java.util.List;

/** {@code maximize}: the images that excite units most, from several random starts. */
public final class Maximize implements Command {
  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final SizeOption size = new SizeOption();
  @ParametersDelegate private final ObjectiveOptions objectives = new ObjectiveOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final MaximizationOptions options = new MaximizationOptions();

  @Override
  public String name() {
    return "maximize";
  }

  @Override
  public String summary() {
    return "activation maximization: the image that excites a unit, channel or class most";
  }

  @Override
  public void run(Terminal terminal) {
    requireOneChoice();
    LoadedModel model = size.apply(look.model());
    Network network = model.network();
    PhotographSet photograph = objectives.read(network);
    Dataset startImages = StartImages.load(options, data, model, terminal);
    MaximizationRun maximization = maximization(model, photograph, startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), maximization, look.run().seedValue()), startImages)
            .withModel(model.source());
    if (photograph != null) {
      inputs = inputs.withFile(ObjectiveOptions.FROM, photograph.sources().get(0).sha256());
    }
    Figure.requireDrawable(network.inputShape());
    try (RunFolder folder = look.run().create(name(), inputs);
        Workers workers = new Workers(look.run().threads())) {
      MaximizationResult found = maximization.find(network, look.run().seed(), workers, terminal);
      folder.writeArrays("results.npz", maximization.arrays(found));
      List<String> caption = Output.caption(model.name(), look.run().seedValue(), folder);
      maximization
          .figures(found, caption)
          .forEach((file, figure) -> Output.figure(folder, file, figure));
      folder.commit();
      terminal.say("%s", MaximizationRun.convergence(found.maxima()));
      terminal.say("figure: %s", folder.target().resolve("maximize.png"));
    }
  }

  /** What cannot apply is refused. */
  private void requireOneChoice() {
    if (!objectives.areGiven() && objectives.photograph() != null) {
      throw new UsageException("--from is for objectives: say which, with --objective");
    }
    if (objectives.areGiven() && look.units().areGiven()) {
      throw new UsageException(
          "--layer, --units and --at do not go with --objective: write the units into the"
              + " objective, for example --objective LAYER:7@centre");
    }
    if (objectives.photograph() != null && options.hasStart()) {
      throw new UsageException("--from and --start exclude each other: give one of them");
    }
  }

  private MaximizationRun maximization(
      LoadedModel model, PhotographSet photograph, Dataset startImages) {
    Network network = model.network();
    double norm = model.meanInputNorm();
    if (!objectives.areGiven()) {
      return MaximizationRun.of(options, look.units().on(network), network, norm, startImages);
    }
    Start start =
        photograph == null
            ? MaximizationOptions.startFrom(startImages)
            : new ImageStart(objectives.photograph(), photograph);
    return MaximizationRun.of(options, objectives, network, norm, start);
  }
}
