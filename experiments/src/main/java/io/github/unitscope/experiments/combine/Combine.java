package io.github.unitscope.experiments.combine;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.figures.CombinationFigures;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code combine}: the filters below a unit, added up by its connections. */
public final class Combine implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.SECOND, UnitOptions.MOST);

  @ParametersDelegate private final CombinationOptions options = new CombinationOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "combine";
  }

  @Override
  public String summary() {
    return "add up the filters below a unit, weighted by its connections (linear combination)";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "combine --model runs/dbn",
        "combine --model runs/dbn --layer 2 --units 0-11 --strongest 20",
        "combine --model runs/sdae --layer 3 --share 0.5");
  }

  @Override
  public void run(Terminal terminal) {
    // Takes one thread, and refuses a wrong number as every command does.
    run.threads();
    StoredModel loaded = model.read();
    UnitOptions.Selection selection = units.on(loaded.network());
    CombinationRun combination = CombinationRun.of(options, selection);
    Inputs inputs = Inputs.of(name(), combination, run.seedValue()).withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs)) {
      List<Combination> combinations = combination.combine(loaded.network());
      Map<String, NpyArray> arrays = ResultArrays.combination(combinations);
      List<Panel> panels = new ArrayList<>();
      List<String> captions = new ArrayList<>();
      ImageShape shape = loaded.network().inputShape();
      panels.add(CombinationFigures.panel(combination.result(loaded.network(), combinations)));
      if (combination.layer() > 1) {
        FirstOrderRun firstOrder = FirstOrderRun.of(loaded.network(), combination, combinations);
        arrays.putAll(ResultArrays.prefixed("firstOrder.", firstOrder.arrays()));
        panels.add(firstOrder.panel(shape));
        captions.add(firstOrder.describe() + ".");
        terminal.say("%s", firstOrder.describe());
      }
      captions.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
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
