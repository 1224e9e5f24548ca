package io.github.unitscope.experiments.finetune;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.stacks.classifier.ClassifierDescription;
import io.github.unitscope.stacks.classifier.ClassifierFormat;
import io.github.unitscope.stacks.classifier.FineTuneEpoch;
import io.github.unitscope.stacks.classifier.FineTuneListener;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.classifier.FineTuned;
import io.github.unitscope.stacks.classifier.FineTuner;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import java.util.Locale;

/**
 * The fine-tuning of one model on one dataset: shows how it goes and writes what came out.
 *
 * @param settings how to train
 * @param dataset what on
 * @param seed the root seed
 */
public record FineTuning(FineTuneSettings settings, Dataset dataset, long seed) {

  /**
   * Fine-tunes a stack.
   *
   * @throws TrainingDivergedException if the numbers left all bounds
   */
  public FineTuned run(FullyConnected stack, Workers workers, Terminal terminal) {
    return run(stack, workers, terminal, () -> {});
  }

  /**
   * Fine-tunes a stack.
   *
   * @param afterStep is called after every step, and may end the work by throwing
   * @throws TrainingDivergedException if the numbers left all bounds
   */
  public FineTuned run(
      FullyConnected stack, Workers workers, Terminal terminal, Runnable afterStep) {
    int batch = Math.min(settings.batchSize(), dataset.train().size());
    long steps = (long) settings.epochs() * (dataset.train().size() / batch);
    try (Terminal.Progress progress =
        terminal.progress("fine-tuning on " + dataset.name(), steps)) {
      return new FineTuner(settings, workers, new Listener(progress, settings.epochs(), afterStep))
          .train(stack, dataset, Seed.root(seed).derive("finetune"));
    }
  }

  /** Moves the bar and says how every epoch went. */
  private record Listener(Terminal.Progress progress, int epochs, Runnable afterStep)
      implements FineTuneListener {
    @Override
    public void onStep(long step) {
      progress.at(step);
      afterStep.run();
    }

    @Override
    public void onEpoch(FineTuneEpoch epoch, FineTuneEpoch best) {
      progress.note(
          String.format(
              Locale.ROOT,
              "epoch %d/%d, training loss %s, validation loss %s, validation error %s, best %s in epoch %d",
              epoch.epoch(),
              epochs,
              Numbers.brief(epoch.trainLoss()),
              Numbers.brief(epoch.validationLoss()),
              Numbers.percent(epoch.validationError()),
              Numbers.percent(best.validationError()),
              best.epoch()));
    }
  }

  /**
   * Writes {@code model.json}, {@code weights.npz}, {@code metrics.csv}, {@code times.csv} and
   * {@code training.png}.
   *
   * @param before SHA-256 of the model before fine-tuning
   * @param diverged whether it stopped because its numbers left all bounds
   */
  public void write(RunFolder folder, FineTuned tuned, String before, boolean diverged) {
    Output.model(
        folder, "", describe(tuned, before, diverged), ClassifierFormat.arrays(tuned.classifier()));
    FineTuneReport report = new FineTuneReport(tuned);
    folder.writeText("metrics.csv", report.csv());
    folder.writeText(RunFolder.TIMES, report.times());
    Output.charts(folder, "training.png", report.chart());
  }

  private ClassifierDescription describe(FineTuned tuned, String before, boolean diverged) {
    TrainedOn trainedOn = new TrainedOn(ImageStatistics.meanNorm(dataset), dataset.name());
    return ClassifierDescription.of(
        tuned.classifier(), trainedOn, before, settings, seed, diverged);
  }

  /** One line on how it went. */
  public String summary(FineTuned tuned) {
    double seconds = tuned.epochs().stream().mapToDouble(FineTuneEpoch::seconds).sum();
    return String.format(
        Locale.ROOT,
        "fine-tuned for %d epochs in %s s; chosen epoch %d, validation error %s",
        tuned.epochs().size(),
        Numbers.brief(seconds),
        tuned.best().epoch(),
        Numbers.percent(tuned.best().validationError()));
  }
}
