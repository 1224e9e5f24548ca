package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.LoadedModel;
import io.github.unitscope.experiments.options.LookOptions;
import io.github.unitscope.experiments.options.SizeOption;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.output.Panels;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.runs.Inputs;
import io.github.unitscope.runs.RunFolder;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import java.util.List;
import java.util.Locale;

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
    LoadedModel model = size.apply(look.model());
    if (objectives.photograph() != null && !objectives.areGiven()) {
      throw new UsageException("--from is for objectives: say which, with --objective");
    }
    if (objectives.areGiven()) {
      new ObjectiveMaximization(look, objectives, options, model).run(terminal);
      return;
    }
    Network network = model.network();
    UnitOptions.Selection selection = look.units().on(network);
    Dataset startImages = StartImages.load(options, data, model, terminal);
    MaximizationRun maximization =
        MaximizationRun.of(options, selection, network, model.meanInputNorm(), startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), maximization, look.run().seedValue()), startImages)
            .withModel(model.source());
    try (RunFolder folder = look.run().create(name(), inputs);
        Workers workers = new Workers(look.run().threads())) {
      List<UnitMaxima> maxima = maximization.find(network, look.run().seed(), workers, terminal);
      folder.writeArrays(
          "results.npz", ResultArrays.maximization(network, maximization.choice(network), maxima));
      draw(folder, model, maximization, maxima);
      folder.commit();
      terminal.say("%s", MaximizationRun.convergence(maxima));
      terminal.say("figure: %s", folder.target().resolve("maximize.png"));
    }
  }

  private void draw(
      RunFolder folder, LoadedModel model, MaximizationRun run, List<UnitMaxima> maxima) {
    var shape = model.network().inputShape();
    String layer = model.network().layer(run.layer()).title();
    write(
        folder,
        model,
        "maximize.png",
        String.format(Locale.ROOT, "What excites layer %s most", layer),
        Panels.maximization(shape, maxima, run.describe(), run.scale()));
    if (run.restarts() > 1) {
      write(
          folder,
          model,
          "restarts.png",
          String.format(
              Locale.ROOT, "What excites layer %s most, from %d starts", layer, run.restarts()),
          Panels.restarts(shape, maxima, run.describeObjective(), run.scale()));
    }
  }

  private void write(RunFolder folder, LoadedModel model, String file, String title, Panel panel) {
    List<String> caption = Output.caption(model.name(), look.run().seedValue(), folder);
    Output.figure(folder, file, new Figure(title, List.of(panel), caption));
  }
}
