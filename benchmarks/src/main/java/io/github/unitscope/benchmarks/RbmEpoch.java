package io.github.unitscope.benchmarks;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.RbmSettings;
import java.util.List;
import java.util.Locale;

/** An epoch of contrastive divergence (CD-1); the seconds are those of its steps. */
record RbmEpoch(TrainingSizes sizes) implements Workload {

  @Override
  public String name() {
    return "cd1-" + sizes.batch();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "CD-1 epoch of an RBM %dx%d over %d images, batch %d",
        TrainingSizes.VISIBLE,
        sizes.hidden(),
        sizes.images(),
        sizes.batch());
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
    DbnSettings settings = DbnSettings.of(List.of(sizes.hidden())).withAll(settings());
    new DbnTrainer(settings, workers, clock).train(images, images, seed.derive(name()));
    return clock.seconds();
  }

  private RbmSettings settings() {
    RbmSettings usual = RbmSettings.DEFAULTS;
    return usual.toBuilder()
        .epochs(1)
        .batchSize(sizes.batch())
        .finalLearningRate(usual.learningRate())
        .finalMomentum(usual.momentum())
        .build();
  }
}
