package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.SamplingOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.LoadedModel;
import io.github.unitscope.experiments.report.MixingTable;
import io.github.unitscope.experiments.report.Output;
import io.github.unitscope.experiments.report.ResultArrays;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.figures.SamplingFigures;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;

/** {@code sample}: what a deep belief network expects to see when a unit is on. */
public final class Sample implements Command {
  @ParametersDelegate private final LookOptions look = new LookOptions();
  @ParametersDelegate private final SamplingOptions options = new SamplingOptions();

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String summary() {
    return "Gibbs sampling with a unit clamped on: samples and their mean";
  }

  @Override
  public void run(Terminal terminal) {
    int threads = look.run().threads();
    LoadedModel model = look.model();
    UnitOptions.Selection selection = look.units().on(model.network());
    SamplingRun sampling = SamplingRun.of(options, selection);
    Inputs inputs = Inputs.of(name(), sampling, look.run().seedValue()).withModel(model.source());
    try (RunFolder folder = look.run().create(name(), inputs);
        Workers workers = new Workers(threads)) {
      List<UnitSamples> samples =
          sampling.draw(model.network(), look.run().seed(), workers, terminal);
      folder.writeArrays("results.npz", ResultArrays.sampling(samples));
      folder.writeText("diagnostics.csv", MixingTable.of(samples));
      List<String> caption = Output.caption(model.name(), look.run().seedValue(), folder);
      Figure figure = SamplingFigures.samples(sampling.result(model.network(), samples), caption);
      Output.figure(folder, "sample.png", figure);
      folder.commit();
      terminal.say("%s", sampling.mixing(samples));
      terminal.say("%s", sampling.autocorrelation(samples));
      terminal.say("figure: %s", folder.target().resolve("sample.png"));
    }
  }
}
