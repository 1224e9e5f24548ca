package io.github.unitscope.experiments.sample;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.LoadedModel;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.output.Panels;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    return "Gibbs sampling with a unit clamped on: samples and their mean";
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    LoadedModel loaded = model.read();
    UnitOptions.Selection selection = units.on(loaded.network());
    SamplingRun sampling = SamplingRun.of(options, selection);
    Inputs inputs = Inputs.of(name(), sampling, run.seedValue()).withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      List<UnitSamples> samples = sampling.draw(loaded.network(), run.seed(), workers, terminal);
      folder.writeArrays("results.npz", ResultArrays.sampling(samples));
      folder.writeText("diagnostics.csv", MixingTable.of(samples));
      List<String> captions = new ArrayList<>(List.of(sampling.caption(samples)));
      captions.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
      Output.figure(
          folder,
          "sample.png",
          new Figure(
              String.format(
                  Locale.ROOT,
                  "What the network expects to see when a unit of layer %d is on",
                  sampling.layer()),
              panels(loaded.network(), sampling, samples),
              captions));
      folder.commit();
      terminal.say("%s", sampling.mixing(samples));
      terminal.say("%s", sampling.autocorrelation(samples));
      terminal.say("figure: %s", folder.target().resolve("sample.png"));
    }
  }

  private static List<Panel> panels(
      Network network, SamplingRun sampling, List<UnitSamples> samples) {
    Panel pictures =
        Panels.samples(
            network.inputShape(),
            samples,
            sampling.settings().keptPerChain(),
            sampling.describe(),
            SamplingRun.scale(network));
    // The means of chains have a spread only where there are several.
    return sampling.settings().chains() == 1
        ? List.of(pictures)
        : List.of(pictures, Panels.meanErrors(network.inputShape(), samples));
  }
}
