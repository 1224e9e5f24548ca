package io.github.unitscope.benchmarks;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.RbmSettings;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An epoch of every layer of the deep belief network of the Deep Learning Tutorials, which report
 * 615 minutes for 100 epochs a layer over 50,000 images: three layers of 1000 units, CD-1, batches
 * of 10, learning rate 0.01, no momentum, no decay. The seconds are those of the steps, without the
 * monitoring between epochs.
 *
 * @param sizes of the first layer; the ones above are as wide
 */
record DbnEpoch(TrainingSizes sizes) implements Workload {
  private static final int LAYERS = 3;
  private static final double RATE = 0.01;

  /** What the tutorials train on, and how often. */
  private static final int TUTORIAL_IMAGES = 50_000;

  private static final int TUTORIAL_EPOCHS = 100;
  private static final double SECONDS_PER_MINUTE = 60;

  @Override
  public String name() {
    return "dlt-epoch";
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "CD-1 epoch of each layer of a DBN %d%s over %d images, batch %d",
        TrainingSizes.VISIBLE,
        ("-" + sizes.hidden()).repeat(LAYERS),
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
    return () -> {
      double seconds = seconds(images, workers, seed);
      double minutes =
          seconds * TUTORIAL_EPOCHS * TUTORIAL_IMAGES / sizes.images() / SECONDS_PER_MINUTE;
      return new Work(
          seconds,
          new Done(
              LAYERS * sizes.images(), operations(), Map.of("minutes of the tutorial", minutes)));
    };
  }

  private double operations() {
    double upper = sizes.images() * Operations.training(sizes.hidden(), sizes.hidden());
    return sizes.operations() + (LAYERS - 1) * upper;
  }

  private double seconds(ImageSet images, Workers workers, Seed seed) {
    TrainingClock clock = new TrainingClock();
    List<Integer> layers = Collections.nCopies(LAYERS, sizes.hidden());
    new DbnTrainer(DbnSettings.of(layers).withAll(settings()), workers, clock)
        .train(images, images, seed.derive(name()));
    return clock.seconds();
  }

  private RbmSettings settings() {
    return RbmSettings.builder()
        .hidden(sizes.hidden())
        .epochs(1)
        .batchSize(sizes.batch())
        .learningRate(RATE)
        .finalLearningRate(RATE)
        .momentum(0)
        .finalMomentum(0)
        .momentumEpochs(0)
        .weightDecay(0)
        .build();
  }
}
