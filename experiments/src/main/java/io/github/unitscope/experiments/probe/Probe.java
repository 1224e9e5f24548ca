package io.github.unitscope.experiments.probe;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.LabelledDataOptions;
import io.github.unitscope.experiments.options.LayersOption;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.probe.LinearProbe;
import io.github.unitscope.visualize.probe.ProbeSettings;
import io.github.unitscope.visualize.probe.Probes;
import java.util.List;

/** {@code probe}: how well a linear classifier tells the classes apart by each layer. */
public final class Probe implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final LayersOption layers = new LayersOption("all");

  @Parameter(
      names = "--train-size",
      description =
          "Number of training images, drawn at random; at most as many again choose the"
              + " penalty")
  private int trainSize = ProbeSettings.DEFAULTS.trainSize();

  @ParametersDelegate private final LabelledDataOptions data = LabelledDataOptions.ofModel();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(List<String> layers, ProbeSettings probe) {}

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String summary() {
    return "measure how well a linear classifier separates the classes at each layer";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "probe --model runs/dbn",
        "probe --model runs/dbn --layers 1,2 --train-size 5000",
        "probe --model runs/sdae --data mnist-60000 --out runs/probe");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    ProbeSettings settings =
        UsageException.check(() -> ProbeSettings.DEFAULTS.withTrainSize(trainSize));
    StoredModel loaded = model.read();
    List<Layer> chosen = layers.on(loaded.network(), loaded.network().layers());
    Dataset dataset = data.load(loaded.data());
    Inputs inputs =
        Inputs.of(
                name(),
                new Settings(chosen.stream().map(Layer::name).toList(), settings),
                run.seedValue())
            .withData(dataset)
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      Probes probes = train(loaded, chosen, dataset, settings, workers, terminal);
      ProbeReport report = new ProbeReport(probes, settings, dataset.name());
      folder.writeArrays("results.npz", report.arrays());
      folder.writeText("probe.csv", report.csv());
      folder.writeText("validation.csv", report.validationCsv());
      Output.chart(folder, "probe.png", report.chart());
      folder.commit();
      report.table().lines().forEach(line -> terminal.say("%s", line));
      terminal.say("chart: %s", folder.target().resolve("probe.png"));
    }
  }

  private Probes train(
      StoredModel loaded,
      List<Layer> chosen,
      Dataset dataset,
      ProbeSettings settings,
      Workers workers,
      Terminal terminal) {
    try (Terminal.Progress progress = terminal.progress("probing layers", 1 + chosen.size())) {
      int[] done = {0};
      return LinearProbe.run(
          loaded.network(),
          chosen,
          dataset,
          settings,
          run.seed(),
          workers,
          probe -> {
            progress.at(++done[0]);
            progress.note(ProbeReport.line(probe));
          });
    }
  }
}
