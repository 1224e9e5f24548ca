package io.github.unitscope.experiments.bench;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.EpochMetrics;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.RbmTrainer;
import io.github.unitscope.rbm.TrainingListener;
import io.github.unitscope.rbm.VisibleUnits;
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
    double[] seconds = {0};
    TrainingListener clock =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochMetrics metrics, Rbm rbm) {
            seconds[0] = metrics.seconds();
          }
        };
    new RbmTrainer(settings(), workers, clock)
        .train(VisibleUnits.BERNOULLI, images, images, seed.derive(name()));
    return seconds[0];
  }

  private RbmSettings settings() {
    RbmSettings usual = RbmSettings.DEFAULTS;
    return new RbmSettings(
        sizes.hidden(),
        1,
        sizes.batch(),
        usual.learningRate(),
        usual.learningRate(),
        usual.momentum(),
        usual.momentum(),
        usual.momentumEpochs(),
        usual.weightDecay(),
        1,
        false,
        usual.sparsityTarget(),
        usual.sparsityCost(),
        usual.binarize());
  }
}
