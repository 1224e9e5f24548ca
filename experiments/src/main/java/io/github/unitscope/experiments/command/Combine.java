package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.Output;
import io.github.unitscope.experiments.report.ResultArrays;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.figures.CombinationFigures;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Inputs.of(name(), combination, look.run().seedValue()).withModel(model.source());
    try (RunFolder folder = look.run().create(name(), inputs)) {
      List<Combination> combinations = combination.combine(model.network());
      Map<String, NpyArray> arrays = ResultArrays.combination(combinations);
      List<Panel> panels = new ArrayList<>();
      List<String> captions = new ArrayList<>();
      ImageShape shape = model.network().inputShape();
      panels.add(CombinationFigures.panel(combination.result(model.network(), combinations)));
      if (combination.layer() > 1) {
        FirstOrderRun firstOrder = FirstOrderRun.of(model.network(), combination, combinations);
        arrays.putAll(ResultArrays.prefixed("firstOrder.", firstOrder.arrays()));
        panels.add(firstOrder.panel(shape));
        captions.add(firstOrder.describe() + ".");
        terminal.say("%s", firstOrder.describe());
      }
      captions.addAll(Output.caption(model.name(), look.run().seedValue(), folder));
      folder.writeArrays("results.npz", arrays);
      Output.figure(
          folder,
          "combine.png",
          new Figure(CombinationFigures.title(combination.layer()), panels, captions));
      folder.commit();
      terminal.say("figure: %s", folder.target().resolve("combine.png"));
    }
  }
}
