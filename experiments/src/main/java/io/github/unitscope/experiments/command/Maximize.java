package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.MaximizationOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.Output;
import io.github.unitscope.experiments.report.Panels;
import io.github.unitscope.experiments.report.ResultArrays;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import java.util.List;

/** {@code maximize}: the images that excite units most, from several random starts. */
public final class Maximize implements Command {
  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final MaximizationOptions options = new MaximizationOptions();

  @Override
  public String name() {
    return "maximize";
  }

  @Override
  public String summary() {
    return "activation maximization: the image that excites a unit most";
  }

  @Override
  public void run(Terminal terminal) {
    int threads = look.run().threads();
    LoadedModel model = look.model();
    UnitOptions.Selection selection = look.units().on(model.network());
    Dataset startImages = StartImages.load(options, data, model, terminal);
    MaximizationRun maximization =
        MaximizationRun.of(options, selection, model.meanInputNorm(), startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), maximization, look.run().seedValue()), startImages)
            .withModel(model.path().toString(), model.sha256());
    try (RunFolder folder =
            RunFolder.create(look.run().out(name()), look.run().force(), inputs, threads);
        Workers workers = new Workers(threads)) {
      List<UnitMaxima> maxima =
          maximization.find(model.network(), look.run().seed(), workers, terminal);
      folder.writeArrays(
          "results.npz", ResultArrays.maximization(model.network(), maximization.layer(), maxima));
      var shape = model.network().inputShape();
      Output.figure(
          folder,
          "maximize.png",
          new Figure(
              "What excites layer %d most".formatted(maximization.layer()),
              List.of(
                  Panels.maximization(
                      shape, maxima, maximization.describe(), maximization.scale())),
              Output.caption(model.path(), look.run().seedValue(), folder)));
      if (maximization.restarts() > 1) {
        Output.figure(
            folder,
            "restarts.png",
            new Figure(
                "What excites layer %d most, from %d starts"
                    .formatted(maximization.layer(), maximization.restarts()),
                List.of(
                    Panels.restarts(
                        shape, maxima, maximization.describeObjective(), maximization.scale())),
                Output.caption(model.path(), look.run().seedValue(), folder)));
      }
      folder.commit();
      terminal.say("%s", MaximizationRun.convergence(maxima));
      terminal.say("figure: %s", folder.target().resolve("maximize.png"));
    }
  }
}
