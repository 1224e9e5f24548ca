package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.RbmMetrics;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.rbm.storage.DbnFormat;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a deep belief network on a dataset, shows how it goes and writes what came out. */
public final class DbnTraining extends StackTraining<RbmMetrics, Dbn> {
  private static final List<TrainingReport.Column<RbmMetrics>> COLUMNS =
      List.of(
          new TrainingReport.Column<>(
              "reconstruction_error",
              RbmMetrics::reconstructionError,
              "Reconstruction error",
              "squared, per image"),
          new TrainingReport.Column<>("train_free_energy", RbmMetrics::trainFreeEnergy),
          new TrainingReport.Column<>("validation_free_energy", RbmMetrics::validationFreeEnergy),
          new TrainingReport.Column<>(
              "free_energy_gap",
              RbmMetrics::freeEnergyGap,
              "Free energy, validation − training",
              "nats"),
          new TrainingReport.Column<>(
              "pseudo_likelihood",
              RbmMetrics::pseudoLikelihood,
              "Log pseudo-likelihood, validation",
              "nats per image"),
          new TrainingReport.Column<>(
              "mean_activation",
              RbmMetrics::meanActivation,
              "Mean activation of hidden units",
              "probability"),
          new TrainingReport.Column<>("learning_rate", RbmMetrics::learningRate));

  private final DbnSettings settings;

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public DbnTraining(DbnSettings settings, Dataset dataset, long seed) {
    super(StackKind.DBN, Dbn.class, COLUMNS, settings, dataset, seed);
    this.settings = settings;
  }

  @Override
  public DbnSettings settings() {
    return settings;
  }

  @Override
  Map<String, NpyArray> arrays(Dbn trained) {
    return DbnFormat.arrays(trained);
  }

  @Override
  DbnTrainer trainer(
      Workers workers, TrainingListener<Object, RbmMetrics> listener, Checkpoints checkpoints) {
    return new DbnTrainer(settings, workers, listener, checkpoints);
  }

  @Override
  String describe(RbmMetrics epoch) {
    String likelihood =
        Double.isNaN(epoch.pseudoLikelihood())
            ? ""
            : ", pseudo-likelihood " + Numbers.brief(epoch.pseudoLikelihood());
    return String.format(
        Locale.ROOT,
        "reconstruction error %s, free-energy gap %s%s",
        Numbers.brief(epoch.reconstructionError()),
        Numbers.brief(epoch.freeEnergyGap()),
        likelihood);
  }

  @Override
  DbnDescription describe(Dbn trained, TrainedOn trainedOn, long rootSeed, boolean hasDiverged) {
    return DbnDescription.of(trained, trainedOn, settings, rootSeed, hasDiverged);
  }

  /** A network of the same layers whose weights are zero: to check choices of units early. */
  public Dbn untrained() {
    List<Rbm> rbms = new ArrayList<>();
    int visible = dataset().shape().size();
    for (int hidden : settings.layers()) {
      rbms.add(new Rbm(Matrix.zeros(visible, hidden), new float[visible], new float[hidden]));
      visible = hidden;
    }
    return new Dbn(dataset().shape(), rbms);
  }
}
