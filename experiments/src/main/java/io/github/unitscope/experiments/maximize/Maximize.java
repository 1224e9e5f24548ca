package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.photographs.PhotographSet;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.NeuronOption;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.SizeOption;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.maximize.Start;
import io.github.unitscope.visualize.picture.Figure;
import java.util.List;

/** {@code maximize}: the images that excite units most, from several random starts. */
public final class Maximize implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.SECOND, UnitOptions.MOST);

  @ParametersDelegate private final NeuronOption at = new NeuronOption();
  @ParametersDelegate private final SizeOption size = new SizeOption();
  @ParametersDelegate private final ObjectiveOptions objectives = new ObjectiveOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions(DataOptions.Use.STARTING);
  @ParametersDelegate private final MaximizationOptions options = new MaximizationOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "maximize";
  }

  @Override
  public String summary() {
    return "find the image that excites a unit, channel or class most (activation maximization)";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "maximize --model runs/dbn --layer 3 --units 0-11",
        "maximize --model runs/mobilenet --size 128 --layer conv_pw_6_relu --preset maco --restarts 1",
        "maximize --model runs/mobilenet --size 128 --objective logit:jaguar");
  }

  @Override
  public void run(Terminal terminal) {
    requireOneChoice();
    StoredModel loaded = size.apply(model.read());
    Network network = loaded.network();
    PhotographSet photograph = objectives.read(network);
    Dataset startImages = StartImages.load(options, data, loaded, terminal);
    MaximizationRun maximization = maximization(loaded, photograph, startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), maximization, run.seedValue()), startImages)
            .withModel(loaded.source());
    if (photograph != null) {
      inputs = inputs.withFile(ObjectiveOptions.FROM, photograph.sources().get(0).sha256());
    }
    Figure.requireDrawable(network.inputShape());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(run.threads())) {
      MaximizationResult found = maximization.find(network, run.seed(), workers, terminal);
      folder.writeArrays("results.npz", maximization.arrays(found));
      List<String> caption = Output.caption(loaded.name(), run.seedValue(), folder);
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
    if (objectives.areGiven() && (units.areGiven() || at.isGiven())) {
      throw new UsageException(
          "--layer, --units and --at do not go with --objective: write the units into the"
              + " objective, for example --objective LAYER:7@centre");
    }
    if (objectives.photograph() != null && options.hasStart()) {
      throw new UsageException("--from and --start exclude each other: give one of them");
    }
  }

  private MaximizationRun maximization(
      StoredModel loaded, PhotographSet photograph, Dataset startImages) {
    Network network = loaded.network();
    double norm = loaded.meanInputNorm();
    if (!objectives.areGiven()) {
      return MaximizationRun.of(options, units.on(network, at), network, norm, startImages);
    }
    Start start =
        photograph == null
            ? MaximizationOptions.startFrom(startImages)
            : new ImageStart(objectives.photograph(), photograph);
    return MaximizationRun.of(options, objectives, network, norm, start);
  }
}
