package io.github.unitscope.experiments.sample;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.figures.SamplingFigures;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;

/** {@code sample}: what a deep belief network expects to see when a unit is on. */
public final class Sample implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.SECOND, UnitOptions.MOST);

  @ParametersDelegate private final SamplingOptions options = new SamplingOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String summary() {
    return "draw Gibbs samples with a unit clamped on, and their mean";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sample --model runs/dbn --layer 2 --units 0-7",
        "sample --model runs/dbn --layer 3 --units all --chains 32 --burn-in 1000",
        "sample --model runs/dbn --units 4 --samples 64 --top-down mean");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    StoredModel loaded = model.read();
    UnitOptions.Selection selection = units.on(loaded.network());
    SamplingRun sampling = SamplingRun.of(options, selection);
    Inputs inputs = Inputs.of(name(), sampling, run.seedValue()).withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      List<UnitSamples> samples = sampling.draw(loaded.network(), run.seed(), workers, terminal);
      folder.writeArrays("results.npz", ResultArrays.sampling(samples));
      folder.writeText("diagnostics.csv", MixingTable.of(samples));
      List<String> caption = Output.caption(loaded.name(), run.seedValue(), folder);
      Figure figure = SamplingFigures.samples(sampling.result(loaded.network(), samples), caption);
      Output.figure(folder, "sample.png", figure);
      folder.commit();
      terminal.say("%s", sampling.mixing(samples));
      terminal.say("%s", sampling.autocorrelation(samples));
      terminal.say("figure: %s", folder.target().resolve("sample.png"));
    }
  }
}
