package io.github.unitscope.experiments.compare;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.combine.CombinationOptions;
import io.github.unitscope.experiments.combine.CombinationRun;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.maximize.MaximizationOptions;
import io.github.unitscope.experiments.maximize.MaximizationRun;
import io.github.unitscope.experiments.maximize.StartImages;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.RunPlace;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.sample.MixingTable;
import io.github.unitscope.experiments.sample.SamplingOptions;
import io.github.unitscope.experiments.sample.SamplingRun;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.experiments.train.DbnTraining;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code compare}, the main job: the three methods side by side for one layer. Without a model it
 * trains a small one first and leaves it in the run folder.
 */
public final class Compare implements Command {
  private static final String MODEL_FOLDER = "model/";
  private static final String SYNTHETIC = "synthetic";

  @ParametersDelegate private final ModelOptions model = ModelOptions.optional();

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.SECOND, UnitOptions.MOST);

  @ParametersDelegate private final DataOptions data = new DataOptions(DataOptions.Use.COMPARING);
  @ParametersDelegate private final MaximizationOptions maximizing = new MaximizationOptions();
  @ParametersDelegate private final SamplingOptions sampling = new SamplingOptions();
  @ParametersDelegate private final CombinationOptions combining = new CombinationOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /**
   * The command as a step of another.
   *
   * @param folder of the model
   * @param layer from 1
   * @param first how many units, the first ones
   * @param restarts of activation maximization
   */
  public static Compare step(Path folder, int layer, int first, int restarts, RunPlace place) {
    Compare command = new Compare();
    command.model.set(folder);
    command.units.set(layer, first);
    command.maximizing.setRestarts(restarts);
    command.run.set(place);
    return command;
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "show the three methods side by side; train a small model first if none is given";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "compare",
        "compare --data mnist --out runs/first",
        "compare --model runs/dbn --layer 2 --units 0-11");
  }

  @Override
  public void run(Terminal terminal) {
    try (Workers workers = new Workers(run.threads())) {
      if (model.isGiven()) {
        compareGiven(workers, terminal);
      } else {
        trainAndCompare(workers, terminal);
      }
    }
  }

  private void compareGiven(Workers workers, Terminal terminal) {
    StoredModel loaded = model.read();
    Dataset startImages = StartImages.load(maximizing, data, loaded, terminal);
    ComparisonRun settings = settings(loaded.network(), loaded.meanInputNorm(), null, startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), settings, run.seedValue()), startImages)
            .withModel(loaded.source());
    try (RunFolder folder = folder(inputs)) {
      String name = capitalized(loaded.kind()) + ", " + loaded.name();
      compare(folder, loaded.network(), settings, name, workers, terminal);
    }
  }

  private void trainAndCompare(Workers workers, Terminal terminal) {
    Dataset dataset = data.load(terminal);
    long seed = run.seedValue();
    SmallModel small = SmallModel.on(dataset);
    DbnTraining training = new DbnTraining(small.settings(), dataset, seed);
    Network untrained = training.untrained();
    ComparisonRun settings =
        settings(untrained, ImageStatistics.meanNorm(dataset), small.settings(), dataset);
    Inputs inputs = Inputs.of(name(), settings, seed).withData(dataset);
    try (RunFolder folder = folder(inputs)) {
      terminal.say("%s", small.announcement());
      Dbn dbn = training.run(workers, terminal);
      training.write(folder, MODEL_FOLDER);
      terminal.say("%s", training.summary());
      compare(
          folder,
          dbn,
          settings,
          "Deep belief network, trained on " + dataset.name(),
          workers,
          terminal);
    }
    if (dataset.name().equals(SYNTHETIC)) {
      terminal.say(
          "these digits are drawn by unitscope; for MNIST: ./unitscope data fetch mnist, then"
              + " ./unitscope compare --data mnist");
    }
  }

  private ComparisonRun settings(
      Network network, double meanNorm, DbnSettings trained, Dataset startImages) {
    UnitOptions.Selection selection = units.on(network);
    return new ComparisonRun(
        trained,
        MaximizationRun.of(maximizing, selection, network, meanNorm, startImages),
        network instanceof Generative ? SamplingRun.of(sampling, selection) : null,
        CombinationRun.of(combining, selection));
  }

  private static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private RunFolder folder(Inputs inputs) {
    return run.create(name(), inputs);
  }

  private void compare(
      RunFolder folder,
      Network network,
      ComparisonRun settings,
      String model,
      Workers workers,
      Terminal terminal) {
    Comparison comparison = settings.compare(network, run.seed(), workers, terminal);
    folder.writeArrays("results.npz", comparison.arrays());
    if (!comparison.samples().isEmpty()) {
      folder.writeText("diagnostics.csv", MixingTable.of(comparison.samples()));
    }
    Output.figure(
        folder, "compare.png", comparison.figure(model, Output.caption(run.seedValue(), folder)));
    folder.commit();
    terminal.say("%s", MaximizationRun.convergence(comparison.maxima()));
    if (!comparison.samples().isEmpty()) {
      terminal.say("%s", comparison.mixing());
    }
    terminal.say("%s", comparison.agreement().describe());
    terminal.say("figure: %s", folder.target().resolve("compare.png"));
  }
}
