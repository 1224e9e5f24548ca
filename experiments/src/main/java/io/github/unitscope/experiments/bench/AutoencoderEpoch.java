package io.github.unitscope.experiments.bench;

import io.github.unitscope.autoencoder.AutoencoderListener;
import io.github.unitscope.autoencoder.AutoencoderMetrics;
import io.github.unitscope.autoencoder.AutoencoderSettings;
import io.github.unitscope.autoencoder.AutoencoderTrainer;
import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.LayerShape;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Locale;

/** An epoch of a denoising autoencoder; the seconds are those of its steps. */
record AutoencoderEpoch(TrainingSizes sizes) implements Workload {

  @Override
  public String name() {
    return "dae-" + sizes.batch();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "epoch of a denoising autoencoder %dx%d over %d images, batch %d, %s",
        TrainingSizes.VISIBLE,
        sizes.hidden(),
        sizes.images(),
        sizes.batch(),
        AutoencoderSettings.DEFAULTS.corruption().describe());
  }

  @Override
  public String item() {
    return "image";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    TrainingRows rows = TrainingRows.of(sizes.trainingImages());
    Done done = new Done(sizes.images(), sizes.operations());
    return () -> new Work(seconds(rows, workers, seed), done);
  }

  private double seconds(TrainingRows rows, Workers workers, Seed seed) {
    double[] seconds = {0};
    AutoencoderListener clock =
        new AutoencoderListener() {
          @Override
          public void onEpoch(AutoencoderMetrics metrics, DenoisingAutoencoder autoencoder) {
            seconds[0] = metrics.seconds();
          }
        };
    LayerShape shape = new LayerShape(sizes.hidden(), Reconstruction.CROSS_ENTROPY);
    new AutoencoderTrainer(settings(), workers, clock)
        .train(1, shape, rows, rows, seed.derive(name()));
    return seconds[0];
  }

  private AutoencoderSettings settings() {
    AutoencoderSettings usual = AutoencoderSettings.DEFAULTS;
    return new AutoencoderSettings(
        1,
        sizes.batch(),
        usual.learningRate(),
        usual.learningRate(),
        usual.momentum(),
        usual.weightDecay(),
        usual.corruption(),
        usual.sparsityTarget(),
        usual.sparsityCost());
  }
}
