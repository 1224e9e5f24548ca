package io.github.unitscope.experiments.tune;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.finetune.FineTuneOptions;
import io.github.unitscope.experiments.finetune.FineTuning;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.experiments.train.Training;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.TiedStack;
import io.github.unitscope.stacks.classifier.FineTuneEpoch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Trains and judges the models of trials, each as the commands of the trial would: what it finds
 * can be typed again. The last stack is kept for a trial that only fine-tunes it differently.
 */
public final class TrialRunner {
  private final StackKind kind;
  private final Dataset data;
  private final Criterion criterion;
  private final long seed;
  private final Workers workers;
  private List<String> lastOptions;
  private TiedStack<?> lastStack;

  /**
   * @param kind of the stacks
   * @param data what on
   * @param criterion to judge by
   * @param seed the root seed of every trial
   * @param workers the threads to use
   */
  public TrialRunner(
      StackKind kind, Dataset data, Criterion criterion, long seed, Workers workers) {
    this.kind = kind;
    this.data = data;
    this.criterion = criterion;
    this.seed = seed;
    this.workers = workers;
  }

  /** What the trials train on. */
  public Dataset data() {
    return data;
  }

  /** What they are judged by. */
  public Criterion criterion() {
    return criterion;
  }

  /**
   * Refuses what no trial can do, before the first one begins.
   *
   * @throws UsageException if an option does not exist or is out of its range
   */
  public void check(Trial trial) {
    training(trial);
    fineTuning(trial);
    if (criterion == Criterion.RECONSTRUCTION_ERROR && !trial.fineTuningOptions().isEmpty()) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--over %s: %s has no labels, so nothing is fine-tuned; search over options of %s",
              String.join(" ", trial.fineTuningOptions()),
              data.name(),
              kind.trainCommand()));
    }
  }

  /**
   * Runs a trial; training that fails, by diverging, is a result too.
   *
   * @param checkpoints keep its state
   * @param afterStep is called after steps whose state is not kept, and may end the work
   */
  public TrialResult run(
      Trial trial, Checkpoints checkpoints, Runnable afterStep, Terminal terminal) {
    long start = System.nanoTime();
    try {
      TiedStack<?> stack = stack(trial, checkpoints, terminal);
      if (criterion == Criterion.RECONSTRUCTION_ERROR) {
        double error = StackReconstruction.error(stack, data.validation(), workers);
        return result(trial, start, error, error, 0, "");
      }
      FineTuneEpoch best = fineTuning(trial).run(stack, workers, terminal, afterStep).best();
      return result(trial, start, best.validationError(), best.validationLoss(), best.epoch(), "");
    } catch (InvalidInputException e) {
      if (e.getCause() instanceof IOException) {
        // A full disk says nothing about the trial.
        throw e;
      }
      return result(trial, start, null, null, 0, e.getMessage());
    }
  }

  private static TrialResult result(
      Trial trial, long start, Double criterion, Double tie, int epoch, String problem) {
    double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    return new TrialResult(trial.number(), trial.values(), criterion, tie, epoch, seconds, problem);
  }

  private TiedStack<?> stack(Trial trial, Checkpoints checkpoints, Terminal terminal) {
    if (!trial.trainingOptions().equals(lastOptions)) {
      lastOptions = null;
      lastStack = training(trial).run(workers, terminal, checkpoints);
      lastOptions = trial.trainingOptions();
    }
    return lastStack;
  }

  private Training<? extends TiedStack<?>> training(Trial trial) {
    return TrialOptions.read(kind.options(), trial.trainingOptions(), kind.trainCommand())
        .training(data, seed);
  }

  private FineTuning fineTuning(Trial trial) {
    FineTuneOptions options =
        TrialOptions.read(new FineTuneOptions(), trial.fineTuningOptions(), "finetune");
    return new FineTuning(options.settings(), data, seed);
  }
}
