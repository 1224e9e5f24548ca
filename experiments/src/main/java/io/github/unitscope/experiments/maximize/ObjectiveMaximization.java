package io.github.unitscope.experiments.maximize;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.datasets.natural.PhotographSet;
import io.github.unitscope.experiments.options.LoadedModel;
import io.github.unitscope.experiments.options.LookOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.output.Panels;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.runs.Inputs;
import io.github.unitscope.runs.RunFolder;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Objective;
import io.github.unitscope.visualize.maximize.Specification;
import io.github.unitscope.visualize.maximize.Start;
import io.github.unitscope.visualize.maximize.Target;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Tile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code maximize --objective}: what is maximized is said in words. */
final class ObjectiveMaximization {
  private final LookOptions look;
  private final ObjectiveOptions objectives;
  private final MaximizationOptions options;
  private final LoadedModel model;

  /** Everything settled; manifests record it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Settings(
      List<String> objectives,
      String from,
      int restarts,
      Quantity quantity,
      Specification specification,
      String settings) {}

  ObjectiveMaximization(
      LookOptions look,
      ObjectiveOptions objectives,
      MaximizationOptions options,
      LoadedModel model) {
    this.look = look;
    this.objectives = objectives;
    this.options = options;
    this.model = model;
  }

  void run(Terminal terminal) {
    Network network = model.network();
    Quantity quantity = options.quantity(network);
    List<Objective> parsed = objectives.on(network, quantity);
    Path from = objectives.photograph();
    PhotographSet photograph =
        from == null ? null : PhotographSet.of(List.of(from), network.inputShape());
    Start start = from == null ? null : new ImageStart(from.toString(), photograph);
    Specification specification =
        options.specification(network, null, model.meanInputNorm(), start);
    Settings settings =
        new Settings(
            objectives.texts(),
            from == null ? null : from.toString(),
            options.restarts(),
            quantity,
            specification,
            specification.describe());
    Inputs inputs =
        Inputs.of("maximize", settings, look.run().seedValue()).withModel(model.source());
    if (photograph != null) {
      inputs = inputs.withFile(ObjectiveOptions.FROM, photograph.sources().get(0).sha256());
    }
    try (RunFolder folder = look.run().create("maximize", inputs);
        Workers workers = new Workers(look.run().threads())) {
      List<UnitMaxima> maxima = find(network, specification, parsed, workers, terminal);
      folder.writeArrays("results.npz", ResultArrays.maximization(maxima));
      Panel panel = panel(network, specification, maxima);
      List<String> caption =
          new ArrayList<>(Output.caption(model.name(), look.run().seedValue(), folder));
      Output.figure(
          folder,
          "maximize.png",
          new Figure("What excites the network most", List.of(panel), caption));
      folder.commit();
      terminal.say("%s", MaximizationRun.convergence(maxima));
      terminal.say("figure: %s", folder.target().resolve("maximize.png"));
    }
  }

  private List<UnitMaxima> find(
      Network network,
      Specification specification,
      List<Objective> parsed,
      Workers workers,
      Terminal terminal) {
    Seed seed = look.run().seed().derive("maximize");
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < parsed.size(); i++) {
      Seed own = seed.derive(objectives.texts().get(i));
      UnitMaxima.requireMemory(parsed.size(), options.restarts(), network.inputShape().size());
      for (int restart = 0; restart < options.restarts(); restart++) {
        targets.add(new Target(parsed.get(i), own.derive(restart)));
      }
    }
    List<Integer> numbers = IntStream.range(0, parsed.size()).boxed().toList();
    try (Terminal.Progress progress = terminal.progress("maximizing", targets.size())) {
      return UnitMaxima.find(network, specification, targets, numbers, workers, progress::at);
    }
  }

  private Panel panel(Network network, Specification specification, List<UnitMaxima> maxima) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitMaxima unit : maxima) {
      String name = objectives.texts().get(unit.unit());
      for (Maximum maximum : unit.restarts()) {
        String label = String.format(Locale.ROOT, "%s = %s", name, Numbers.brief(maximum.value()));
        tiles.add(new Tile(maximum.image(), label, maximum.isDoubtful()));
      }
    }
    int columns = options.restarts() > 1 ? options.restarts() : Panels.columns(tiles.size());
    return new Panel(
        "Activation maximization",
        specification.describe(),
        network.inputShape(),
        tiles,
        columns,
        MaximizationRun.scale(specification, network));
  }
}
