package io.github.unitscope.benchmarks;

import io.github.unitscope.autoencoder.AutoencoderSettings;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.autoencoder.SdaeTrainer;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.List;
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
    ImageSet images = sizes.trainingImages();
    Done done = new Done(sizes.images(), sizes.operations());
    return () -> new Work(seconds(images, workers, seed), done);
  }

  private double seconds(ImageSet images, Workers workers, Seed seed) {
    TrainingClock clock = new TrainingClock();
    SdaeSettings settings = SdaeSettings.of(List.of(sizes.hidden())).withAll(settings());
    new SdaeTrainer(settings, workers, clock).train(images, images, seed.derive(name()));
    return clock.seconds();
  }

  private AutoencoderSettings settings() {
    AutoencoderSettings usual = AutoencoderSettings.DEFAULTS;
    return usual.toBuilder()
        .epochs(1)
        .batchSize(sizes.batch())
        .finalLearningRate(usual.learningRate())
        .build();
  }
}
