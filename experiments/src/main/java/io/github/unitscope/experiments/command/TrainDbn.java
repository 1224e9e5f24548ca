package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.RbmOptions;
import io.github.unitscope.experiments.cli.RunOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.model.DbnTraining;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.DbnDivergedException;
import io.github.unitscope.rbm.DbnSettings;

/** {@code train dbn}: a deep belief network into a model folder. */
public final class TrainDbn implements Command {
  @ParametersDelegate private final RbmOptions rbm = new RbmOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "train dbn";
  }

  @Override
  public String summary() {
    return "train a deep belief network: stacked restricted Boltzmann machines";
  }

  @Override
  public void run(Terminal terminal) {
    DbnSettings settings = rbm.settings();
    int threads = run.threads();
    Dataset dataset = data.load();
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue()).withData(dataset.name(), dataset.sources());
    try (RunFolder folder = RunFolder.create(run.out(name()), run.force(), inputs, threads);
        Workers workers = new Workers(threads)) {
      DbnTraining training = new DbnTraining(settings, dataset, run.seedValue());
      try {
        training.run(workers, terminal);
      } catch (DbnDivergedException e) {
        training.write(folder, "");
        folder.commit();
        terminal.say("the last good checkpoint is in %s", folder.target());
        throw e;
      }
      training.write(folder, "");
      folder.commit();
      terminal.say("%s", training.summary());
      terminal.say("model: %s", folder.target());
    }
  }
}
