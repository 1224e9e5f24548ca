package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.ResumableRun;

/** What the {@code train} commands do, whatever the model. */
final class ModelTraining {
  private ModelTraining() {}

  static void run(
      String command,
      Training<?> training,
      Dataset dataset,
      RunOptions run,
      ResumeOptions resume,
      Terminal terminal) {
    Inputs inputs = Inputs.of(command, training.settings(), run.seedValue()).withData(dataset);
    try (ResumableRun resumable = run.begin(command, inputs, resume);
        Workers workers = new Workers(run.threads())) {
      if (!resumable.isComplete()) {
        train(training, resumable, workers, terminal);
        terminal.say("%s", training.summary());
      }
      terminal.say("model: %s", resumable.target());
    }
  }

  private static void train(
      Training<?> training, ResumableRun resumable, Workers workers, Terminal terminal) {
    try {
      training.run(workers, terminal, resumable.checkpoints());
    } catch (InvalidInputException e) {
      if (training.hasModel()) {
        training.write(resumable.folder(), "");
        resumable.commit();
        terminal.say("the last good checkpoint is in %s", resumable.target());
      }
      throw e;
    }
    training.write(resumable.folder(), "");
    resumable.commit();
  }
}
