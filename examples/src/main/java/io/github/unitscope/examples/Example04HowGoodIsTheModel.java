package io.github.unitscope.examples;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.likelihood.AnnealedImportanceSampling;
import io.github.unitscope.rbm.likelihood.LogLikelihood;
import io.github.unitscope.rbm.likelihood.LogPartition;
import io.github.unitscope.rbm.machine.LogOdds;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.classifier.FineTuneListener;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.classifier.FineTuned;
import io.github.unitscope.stacks.classifier.FineTuner;
import io.github.unitscope.stacks.classifier.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How good is a model? The log-likelihood of test images under its lowest machine, by annealed
 * importance sampling; and, after fine-tuning with labels, the share of them that is misclassified.
 */
public final class Example04HowGoodIsTheModel {
  private Example04HowGoodIsTheModel() {}

  /** Writes {@code quality.txt} into a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Dbn dbn = (Dbn) Models.load(folder.resolve("dbn"));
    Dataset digits = SyntheticDigits.dataset();
    Seed seed = Seed.root(1);
    try (Workers workers = new Workers(2)) {
      Rbm lowest = dbn.tiedLayers().get(0);
      float[] base = LogOdds.of(ImageStatistics.of(digits.train(), 10_000).meanImage());
      LogPartition logZ =
          new AnnealedImportanceSampling(100, 1000).estimate(lowest, base, seed, workers);
      LogLikelihood likelihood = LogLikelihood.of(lowest, logZ, digits.test(), seed, workers);

      FineTuneSettings settings = FineTuneSettings.builder().epochs(3).build();
      FineTuner tuner = new FineTuner(settings, workers, FineTuneListener.NONE);
      FineTuned tuned = tuner.train(dbn, digits, seed);
      Predictions test = tuned.classifier().predict(digits.test(), workers);
      Files.writeString(
          folder.resolve("quality.txt"),
          String.format(
              Locale.ROOT,
              "log-likelihood %.1f nats, test error %.1f %%",
              likelihood.mean(),
              100 * test.error()));
    }
  }
}
