package io.github.unitscope.experiments.command;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.RunOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.model.Training;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;

/** What the {@code train} commands do, whatever the model. */
final class ModelTraining {
  private ModelTraining() {}

  static void run(
      String command, Training<?> training, Dataset dataset, RunOptions run, Terminal terminal) {
    int threads = run.threads();
    Inputs inputs = Inputs.of(command, training.settings(), run.seedValue()).withData(dataset);
    try (RunFolder folder = run.create(command, inputs);
        Workers workers = new Workers(threads)) {
      try {
        training.run(workers, terminal);
      } catch (InvalidInputException e) {
        if (training.hasModel()) {
          training.write(folder, "");
          folder.commit();
          terminal.say("the last good checkpoint is in %s", folder.target());
        }
        throw e;
      }
      training.write(folder, "");
      folder.commit();
      terminal.say("%s", training.summary());
      terminal.say("model: %s", folder.target());
    }
  }
}
