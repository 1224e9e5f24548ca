package io.github.unitscope.rbm;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.rbm.machine.LogOdds;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.stacks.InitialWeights;
import io.github.unitscope.stacks.training.LayerStart;
import io.github.unitscope.stacks.training.StackTrainer;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.stacks.training.TrainingRows;
import io.github.unitscope.stacks.training.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains restricted Boltzmann machines on top of each other by contrastive divergence; a network of
 * one layer is a single machine.
 */
public final class DbnTrainer extends StackTrainer<Rbm, RbmMetrics, Dbn> {
  /** So many images are enough for the means that visible biases begin with. */
  private static final int IMAGES_FOR_MEANS = 10_000;

  private final DbnSettings settings;
  private final Map<Integer, TrajectoryTempering> tempered = new TreeMap<>();

  /** Trains without keeping its state. */
  public DbnTrainer(
      DbnSettings settings,
      Workers workers,
      TrainingListener<? super Rbm, ? super RbmMetrics> listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to resume from
   */
  public DbnTrainer(
      DbnSettings settings,
      Workers workers,
      TrainingListener<? super Rbm, ? super RbmMetrics> listener,
      Checkpoints checkpoints) {
    super(settings, workers, listener, checkpoints);
    this.settings = settings;
  }

  @Override
  protected LayerStart<Rbm, RbmMetrics> begin(
      int number,
      TrainingRows train,
      TrainingRows validation,
      int batchSize,
      Seed seed,
      Workers threads) {
    RbmSettings layer = settings.layer(number);
    float[] means = means(train);
    VisibleUnits visibleUnits = settings.visibleUnits(number);
    Rbm rbm = initialize(visibleUnits, layer.hidden(), means, seed.derive("weights"));
    return new LayerStart<>(
        rbm,
        rule(number, rbm, layer, batchSize, means, seed, threads),
        new RbmMonitor(train, validation, seed.derive("monitor"), threads));
  }

  private UpdateRule rule(
      int number,
      Rbm rbm,
      RbmSettings layer,
      int batchSize,
      float[] means,
      Seed seed,
      Workers threads) {
    if (layer.tempering() == null) {
      return new ContrastiveDivergence(rbm, layer, batchSize, threads);
    }
    TrajectoryTempering rule =
        new TrajectoryTempering(rbm, layer, batchSize, means, seed.derive("ladder"), threads);
    tempered.put(number, rule);
    return rule;
  }

  /** The means of so many rows that they are those of all. */
  private static float[] means(TrainingRows train) {
    Matrix sample = train.first(IMAGES_FOR_MEANS);
    double[] sums = new double[train.width()];
    sample.addColumnSums(1.0 / sample.rows(), sums);
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) sums[i];
    }
    return means;
  }

  /**
   * Small random weights, hidden biases of 0, and the visible biases that give the data's means:
   * for binary units that are on with probability p, log(p / (1 − p)) (Hinton 2010, section 8).
   */
  private static Rbm initialize(VisibleUnits visibleUnits, int hidden, float[] means, Seed seed) {
    Matrix weights = InitialWeights.draw(means.length, hidden, seed);
    float[] visibleBias = visibleUnits == VisibleUnits.GAUSSIAN ? means.clone() : LogOdds.of(means);
    return new Rbm(visibleUnits, weights, visibleBias, new float[hidden]);
  }

  @Override
  protected Dbn stack(ImageShape inputShape, List<Rbm> layers) {
    Map<Integer, Ladder> ladders = new TreeMap<>();
    tempered.forEach(
        (number, rule) -> {
          Ladder ladder = rule.ladder();
          // A training that diverged gives an earlier machine back.
          if (number <= layers.size() && ladder.leadsTo(layers.get(number - 1))) {
            ladders.put(number, ladder);
          }
        });
    return new Dbn(inputShape, layers).withLadders(ladders);
  }
}
