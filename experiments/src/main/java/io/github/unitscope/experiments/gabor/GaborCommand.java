package io.github.unitscope.experiments.gabor;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.RunPlace;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import java.nio.file.Path;
import java.util.List;

/** {@code gabor}: how many filters of the first layer are localized oriented edges. */
public final class GaborCommand implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(double leastExplained) {}

  /**
   * The command as a step of another.
   *
   * @param folder of the model
   */
  public static GaborCommand step(Path folder, RunPlace place) {
    GaborCommand command = new GaborCommand();
    command.model.set(folder);
    command.run.set(place);
    return command;
  }

  @Override
  public String name() {
    return "gabor";
  }

  @Override
  public String summary() {
    return "fit Gabor functions to the filters of the first layer";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "gabor --model runs/patches",
        "gabor --model runs/patches --out runs/gabor",
        "gabor --model runs/dbn --threads 1");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    StoredModel loaded = model.read();
    Settings settings = new Settings(GaborReport.LEAST_EXPLAINED);
    Inputs inputs = Inputs.of(name(), settings, run.seedValue()).withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      GaborReport report = GaborReport.of(loaded.fullyConnected(name()), run.seed(), workers);
      folder.writeArrays("results.npz", report.arrays());
      folder.writeText("gabor.csv", report.csv());
      Output.figure(
          folder,
          "gabor.png",
          new Figure(
              "Gabor functions fitted to the filters of layer 1",
              report.panels(),
              Output.caption(loaded.name(), run.seedValue(), folder)));
      Output.chart(folder, "explained.png", report.histogram());
      folder.commit();
      terminal.say("%s", report.describe());
      terminal.say("figure: %s", folder.target().resolve("gabor.png"));
    }
  }
}
