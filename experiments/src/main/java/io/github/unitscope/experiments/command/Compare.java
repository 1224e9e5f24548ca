package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.MaximizationOptions;
import io.github.unitscope.experiments.cli.SamplingOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.DbnTraining;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.Agreement;
import io.github.unitscope.experiments.report.Panels;
import io.github.unitscope.experiments.report.ResultArrays;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code compare}, the main job: the three methods side by side for one layer. Without a model it
 * trains a small one first and leaves it in the run folder.
 */
public final class Compare implements Command {
  /** Small enough to be trained while one waits. */
  private static final DbnSettings SMALL_MODEL =
      new DbnSettings(List.of(200, 200), RbmSettings.DEFAULTS);

  private static final String MODEL_FOLDER = "model/";

  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final MaximizationOptions maximizing = new MaximizationOptions();
  @ParametersDelegate private final SamplingOptions sampling = new SamplingOptions();
  @ParametersDelegate private final CombinationOptions combining = new CombinationOptions();

  /** Everything settled; manifests record it. */
  private record Settings(
      DbnSettings trained,
      MaximizationRun maximization,
      SamplingRun sampling,
      CombinationRun combination) {}

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "the three methods side by side, on a small model of its own if none is given";
  }

  @Override
  public void run(Terminal terminal) {
    try (Workers workers = new Workers(look.run().threads())) {
      if (look.hasModel()) {
        compareGiven(workers, terminal);
      } else {
        trainAndCompare(workers, terminal);
      }
    }
  }

  private void compareGiven(Workers workers, Terminal terminal) {
    LoadedModel model = look.model();
    Settings settings = settings(model.network(), model.meanInputNorm(), null);
    Inputs inputs =
        Inputs.of(name(), settings, look.run().seedValue())
            .withModel(model.path().toString(), model.sha256());
    try (RunFolder folder = folder(inputs)) {
      compare(folder, model.network(), settings, model.path().toString(), workers, terminal);
    }
  }

  private void trainAndCompare(Workers workers, Terminal terminal) {
    Dataset dataset = data.load();
    long seed = look.run().seedValue();
    DbnTraining training = new DbnTraining(SMALL_MODEL, dataset, seed);
    Network untrained = training.untrained();
    Settings settings = settings(untrained, training.meanInputNorm(), SMALL_MODEL);
    Inputs inputs = Inputs.of(name(), settings, seed).withData(dataset.name(), dataset.sources());
    try (RunFolder folder = folder(inputs)) {
      Dbn dbn = training.run(workers, terminal);
      training.write(folder, MODEL_FOLDER);
      terminal.say("%s", training.summary());
      compare(folder, dbn, settings, "trained on " + dataset.name(), workers, terminal);
    }
    if (dataset.sources().isEmpty()) {
      terminal.say(
          "these digits are drawn by unitscope; for MNIST: ./unitscope data fetch mnist, then"
              + " ./unitscope compare --data mnist");
    }
  }

  private Settings settings(Network network, double meanNorm, DbnSettings trained) {
    UnitOptions.Selection selection = look.units().on(network);
    return new Settings(
        trained,
        MaximizationRun.of(maximizing, selection, meanNorm),
        SamplingRun.of(sampling, selection),
        CombinationRun.of(combining, selection));
  }

  private RunFolder folder(Inputs inputs) {
    return RunFolder.create(
        look.run().out(name()), look.run().force(), inputs, look.run().threads());
  }

  private void compare(
      RunFolder folder,
      Network network,
      Settings settings,
      String model,
      Workers workers,
      Terminal terminal) {
    Seed seed = look.run().seed();
    List<UnitMaxima> maxima = settings.maximization.find(network, seed, workers, terminal);
    List<UnitSamples> samples = settings.sampling.draw(network, seed, workers, terminal);
    float[][] combinations = settings.combination.images(network);
    Agreement agreement = Agreement.of(maxima, samples, combinations);
    folder.writeArrays(
        "results.npz", arrays(network, settings, maxima, samples, combinations, agreement));
    Figure figure =
        figure(network.inputShape(), settings, maxima, samples, combinations, agreement, model);
    Output.figure(folder, "compare.png", withTrace(figure, folder));
    folder.commit();
    terminal.say("%s", MaximizationRun.convergence(maxima));
    terminal.say("%s", agreement.describe());
    terminal.say("figure: %s", folder.target().resolve("compare.png"));
  }

  private static Map<String, NpyArray> arrays(
      Network network,
      Settings settings,
      List<UnitMaxima> maxima,
      List<UnitSamples> samples,
      float[][] combinations,
      Agreement agreement) {
    int layer = settings.maximization.layer();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.putAll(
        ResultArrays.prefixed("maximization.", ResultArrays.maximization(network, layer, maxima)));
    arrays.putAll(ResultArrays.prefixed("sampling.", ResultArrays.sampling(samples)));
    arrays.putAll(
        ResultArrays.prefixed(
            "combination.", ResultArrays.combination(settings.combination.units(), combinations)));
    arrays.put("agreement", agreement.array());
    return arrays;
  }

  private static Figure figure(
      ImageShape shape,
      Settings settings,
      List<UnitMaxima> maxima,
      List<UnitSamples> samples,
      float[][] combinations,
      Agreement agreement,
      String model) {
    return new Figure(
        "What do the units of layer %d respond to?".formatted(settings.maximization.layer()),
        List.of(
            Panels.maximization(
                shape, maxima, settings.maximization.describe(), settings.maximization.scale()),
            Panels.means(shape, samples, settings.sampling.describe()),
            Panels.combination(
                shape,
                settings.combination.units(),
                combinations,
                settings.combination.describe())),
        List.of(
            "Deep belief network, %s. Each tile is a unit, the same in all three panels."
                .formatted(model),
            agreement.describe() + "."));
  }

  private Figure withTrace(Figure figure, RunFolder folder) {
    List<String> caption = new ArrayList<>(figure.caption());
    caption.add(
        "Seed %d, run %s.".formatted(look.run().seedValue(), folder.identity().substring(0, 12)));
    return new Figure(figure.title(), figure.panels(), caption);
  }
}
