package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.cli.CombinationOptions;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.MaximizationOptions;
import io.github.unitscope.experiments.cli.SamplingOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.DbnTraining;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.MixingTable;
import io.github.unitscope.experiments.report.Output;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import java.util.List;
import java.util.Locale;

/**
 * {@code compare}, the main job: the three methods side by side for one layer. Without a model it
 * trains a small one first and leaves it in the run folder.
 */
public final class Compare implements Command {
  /** Small enough to be trained while one waits. */
  private static final DbnSettings SMALL_MODEL = DbnSettings.of(List.of(200, 200));

  private static final String MODEL_FOLDER = "model/";

  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final MaximizationOptions maximizing = new MaximizationOptions();
  @ParametersDelegate private final SamplingOptions sampling = new SamplingOptions();
  @ParametersDelegate private final CombinationOptions combining = new CombinationOptions();

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
    Dataset startImages = StartImages.load(maximizing, data, model, terminal);
    ComparisonRun settings = settings(model.network(), model.meanInputNorm(), null, startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), settings, look.run().seedValue()), startImages)
            .withModel(model.source());
    try (RunFolder folder = folder(inputs)) {
      String name = capitalized(model.kind()) + ", " + model.name();
      compare(folder, model.network(), settings, name, workers, terminal);
    }
  }

  private void trainAndCompare(Workers workers, Terminal terminal) {
    Dataset dataset = data.load(terminal);
    long seed = look.run().seedValue();
    DbnTraining training = new DbnTraining(SMALL_MODEL, dataset, seed);
    Network untrained = training.untrained();
    ComparisonRun settings =
        settings(untrained, ImageStatistics.meanNorm(dataset), SMALL_MODEL, dataset);
    Inputs inputs = Inputs.of(name(), settings, seed).withData(dataset);
    try (RunFolder folder = folder(inputs)) {
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
    if (dataset.sources().isEmpty()) {
      terminal.say(
          "these digits are drawn by unitscope; for MNIST: ./unitscope data fetch mnist, then"
              + " ./unitscope compare --data mnist");
    }
  }

  private ComparisonRun settings(
      Network network, double meanNorm, DbnSettings trained, Dataset startImages) {
    UnitOptions.Selection selection = look.units().on(network);
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
    return look.run().create(name(), inputs);
  }

  private void compare(
      RunFolder folder,
      Network network,
      ComparisonRun settings,
      String model,
      Workers workers,
      Terminal terminal) {
    Comparison comparison = settings.compare(network, look.run().seed(), workers, terminal);
    folder.writeArrays("results.npz", comparison.arrays());
    if (!comparison.samples().isEmpty()) {
      folder.writeText("diagnostics.csv", MixingTable.of(comparison.samples()));
    }
    String trace =
        String.format(
            Locale.ROOT,
            "Seed %d, run %s.",
            look.run().seedValue(),
            folder.identity().substring(0, 12));
    Output.figure(folder, "compare.png", comparison.figure(model, trace));
    folder.commit();
    terminal.say("%s", MaximizationRun.convergence(comparison.maxima()));
    if (!comparison.samples().isEmpty()) {
      terminal.say("%s", comparison.mixing());
    }
    terminal.say("%s", comparison.agreement().describe());
    terminal.say("figure: %s", folder.target().resolve("compare.png"));
  }
}
