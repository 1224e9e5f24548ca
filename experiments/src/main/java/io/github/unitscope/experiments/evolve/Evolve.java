package io.github.unitscope.experiments.evolve;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.LabelledDataOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.experiments.train.ConvNetOptions;
import io.github.unitscope.experiments.train.ConvNetTraining;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import java.util.List;

/** {@code evolve}: training as an animation. */
public final class Evolve implements Command {
  @ParametersDelegate private final ConvNetOptions training = new ConvNetOptions();
  @ParametersDelegate private final EvolveOptions options = new EvolveOptions();
  @ParametersDelegate private final LabelledDataOptions data = new LabelledDataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "evolve";
  }

  @Override
  public String summary() {
    return "show training as an animation: activations, strongest features and maximized images";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "evolve --data mnist",
        "evolve --data mnist --architecture lenet --every 5",
        "evolve --data synthetic --steps 50 --batch 256 --no-maximization");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    ConvNetSettings trainingSettings = training.settings();
    Dataset dataset = data.load();
    ConvNetTraining trained = new ConvNetTraining(trainingSettings, dataset, run.seedValue());
    EvolutionSettings settings = options.settings(trainingSettings, trained.untrained());
    Inputs inputs = Inputs.of(name(), settings, run.seedValue()).withData(dataset);
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      Evolution evolution = new Evolution(settings, dataset, run.seed().derive(name()), workers);
      trained.watchedBy(evolution);
      trained.run(workers, terminal);
      trained.write(folder, "model/");
      folder.writeText("metrics.csv", trained.report().csv());
      Output.charts(folder, "curves.png", trained.report().chart());
      folder.writeArrays("results.npz", EvolutionArrays.of(evolution));
      EvolutionFiles.write(evolution, folder, terminal);
      folder.commit();
      terminal.say("%s", trained.summary());
      terminal.say("model: %s", folder.target().resolve("model"));
      terminal.say("animations: %s", folder.target());
    }
  }
}
