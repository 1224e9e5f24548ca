package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.Panels;
import io.github.unitscope.experiments.report.ResultArrays;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import java.util.List;

/** {@code combine}: the filters below a unit, added up by its connections. */
public final class Combine implements Command {
  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final CombinationOptions options = new CombinationOptions();

  @Override
  public String name() {
    return "combine";
  }

  @Override
  public String summary() {
    return "linear combination of the filters below a unit";
  }

  @Override
  public void run(Terminal terminal) {
    int threads = look.run().threads();
    LoadedModel model = look.model();
    UnitOptions.Selection selection = look.units().on(model.network());
    CombinationRun combination = CombinationRun.of(options, selection);
    Inputs inputs =
        Inputs.of(name(), combination, look.run().seedValue())
            .withModel(model.path().toString(), model.sha256());
    try (RunFolder folder =
        RunFolder.create(look.run().out(name()), look.run().force(), inputs, threads)) {
      float[][] images = combination.images(model.network());
      folder.writeArrays("results.npz", ResultArrays.combination(combination.units(), images));
      Output.figure(
          folder,
          "combine.png",
          new Figure(
              "Filters below layer %d, added up".formatted(combination.layer()),
              List.of(
                  Panels.combination(
                      model.network().inputShape(),
                      combination.units(),
                      images,
                      combination.describe())),
              Output.caption(model.path(), look.run().seedValue(), folder)));
      folder.commit();
      terminal.say("figure: %s", folder.target().resolve("combine.png"));
    }
  }
}
