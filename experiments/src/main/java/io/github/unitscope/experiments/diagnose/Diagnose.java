package io.github.unitscope.experiments.diagnose;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.diagnose.EqualFilters;
import io.github.unitscope.visualize.diagnose.FilterSpectrum;
import io.github.unitscope.visualize.diagnose.LayerActivity;
import io.github.unitscope.visualize.picture.Figure;
import java.util.Arrays;
import java.util.List;

/** {@code diagnose}: dead units, filters of extreme frequencies, aliasing, equal filters. */
public final class Diagnose implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();

  @Parameter(
      names = "--equal",
      description =
          "Absolute cosine above which two first-layer filters count as duplicates, in (0," + " 1]")
  private double equal = Settings.DEFAULT_EQUAL;

  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(double equal, ImageOptions.Part images) {
    static final double DEFAULT_EQUAL = 0.95;
  }

  @Override
  public String name() {
    return "diagnose";
  }

  @Override
  public String summary() {
    return "find dead units, filters of extreme frequencies, aliasing and duplicate filters";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "diagnose --model runs/lenet",
        "diagnose --model runs/dbn --split test --images 2000",
        "diagnose --model runs/mobilenet --photographs FOLDER --equal 0.9");
  }

  @Override
  public void run(Terminal terminal) {
    if (!(equal > 0 && equal <= 1)) {
      throw new UsageException("--equal is a cosine and must be in (0, 1], not " + equal);
    }
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    ShownImages shown = images.load(network, loaded.data(), terminal);
    Inputs inputs =
        Inputs.of(name(), new Settings(equal, shown.part()), run.seedValue())
            .withData(shown.dataset())
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(run.threads())) {
      DiagnosisReport report = report(network, shown, workers, terminal);
      folder.writeArrays("results.npz", report.arrays());
      folder.writeText("units.csv", report.unitsCsv());
      folder.writeText("filters.csv", report.filtersCsv());
      folder.writeText("equal.csv", report.equalCsv());
      List<String> caption = Output.caption(loaded.name(), run.seedValue(), folder);
      Output.figure(
          folder,
          "filters.png",
          new Figure("First-layer filters, most extreme first", report.panels(), caption));
      folder.commit();
      report.lines().forEach(line -> terminal.say("%s", line));
      terminal.say("figure: %s", folder.target().resolve("filters.png"));
    }
  }

  private DiagnosisReport report(
      Network network, ShownImages shown, Workers workers, Terminal terminal) {
    Convolutional.Filters filters = filters(network);
    List<LayerActivity> layers;
    try (Terminal.Progress progress = terminal.progress("showing images", shown.images().size())) {
      layers = LayerActivity.of(network, network.layers(), shown.images(), workers, progress::at);
    }
    List<FilterSpectrum> spectra =
        Arrays.stream(filters.values())
            .map(filter -> FilterSpectrum.of(filters.shape(), filter, filters.stride()))
            .toList();
    return new DiagnosisReport(
        layers, filters, spectra, EqualFilters.among(filters.values(), equal));
  }

  private static Convolutional.Filters filters(Network network) {
    if (network instanceof Convolutional convolutional) {
      return convolutional.filters(convolutional.convolutions().get(0).index());
    }
    if (network instanceof FullyConnected connected) {
      float[][] rows = connected.weights(1).toRows();
      float[][] columns = new float[rows[0].length][rows.length];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < columns.length; column++) {
          columns[column][row] = rows[row][column];
        }
      }
      return new Convolutional.Filters(network.inputShape(), columns, 1);
    }
    throw new InvalidInputException("this network has no filters of the image to look at");
  }
}
