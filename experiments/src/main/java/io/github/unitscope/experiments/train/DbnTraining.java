package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnDivergedException;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.EpochMetrics;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.TrainingListener;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.rbm.storage.DbnFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a deep belief network on a dataset, shows how it goes and writes what came out. */
public final class DbnTraining extends StackTraining<Dbn> {
  private static final List<TrainingReport.Column> COLUMNS =
      List.of(
          new TrainingReport.Column(
              "reconstruction_error", "Reconstruction error", "squared, per image"),
          TrainingReport.Column.inTable("train_free_energy"),
          TrainingReport.Column.inTable("validation_free_energy"),
          new TrainingReport.Column(
              "free_energy_gap", "Free energy, validation − training", "nats"),
          new TrainingReport.Column(
              "pseudo_likelihood", "Log pseudo-likelihood, validation", "nats per image"),
          new TrainingReport.Column(
              "mean_activation", "Mean activation of hidden units", "probability"),
          TrainingReport.Column.inTable("learning_rate"));

  private final DbnSettings settings;

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public DbnTraining(DbnSettings settings, Dataset dataset, long seed) {
    super(dataset, seed);
    this.settings = settings;
  }

  @Override
  public DbnSettings settings() {
    return settings;
  }

  @Override
  Dbn train(
      Workers workers, Seed trainingSeed, TrainingProgress progress, Checkpoints checkpoints) {
    try {
      return new DbnTrainer(settings, workers, new Listener(progress), checkpoints)
          .train(dataset().train(), dataset().validation(), trainingSeed);
    } catch (DbnDivergedException e) {
      keep(e.lastGood());
      throw e;
    }
  }

  @Override
  List<Integer> layers() {
    return settings.layers();
  }

  @Override
  String command() {
    return "train dbn";
  }

  @Override
  int totalEpochs() {
    return settings.totalEpochs();
  }

  @Override
  List<TrainingReport.Column> columns() {
    return COLUMNS;
  }

  /** Collects the metrics and moves the bar. */
  private final class Listener implements TrainingListener {
    private final TrainingProgress progress;

    Listener(TrainingProgress progress) {
      this.progress = progress;
    }

    private int epochsOf(int layer) {
      return (layer == 1 ? settings.first() : settings.upper()).epochs();
    }

    @Override
    public void onResume(int layer, long step, long steps, List<EpochMetrics> measured) {
      measured.forEach(epoch -> add(row(epoch), epoch.seconds()));
      progress.onResume(layer, step, steps, measured.size());
    }

    @Override
    public void onStep(int layer, long step, long steps) {
      progress.onStep(step, steps, epochsOf(layer));
    }

    @Override
    public void onEpoch(EpochMetrics epoch, Rbm rbm) {
      add(row(epoch), epoch.seconds());
      String likelihood =
          Double.isNaN(epoch.pseudoLikelihood())
              ? ""
              : ", pseudo-likelihood " + Numbers.brief(epoch.pseudoLikelihood());
      progress.onEpoch(
          String.format(
              Locale.ROOT,
              "layer %d epoch %d/%d, reconstruction error %s, free-energy gap %s%s",
              epoch.layer(),
              epoch.epoch(),
              epochsOf(epoch.layer()),
              Numbers.brief(epoch.reconstructionError()),
              Numbers.brief(epoch.freeEnergyGap()),
              likelihood));
    }
  }

  private static TrainingReport.Row row(EpochMetrics m) {
    return new TrainingReport.Row(
        m.layer(),
        m.epoch(),
        m.reconstructionError(),
        m.trainFreeEnergy(),
        m.validationFreeEnergy(),
        m.freeEnergyGap(),
        m.pseudoLikelihood(),
        m.meanActivation(),
        m.learningRate());
  }

  @Override
  Map<String, NpyArray> arrays(Dbn trained) {
    return DbnFolder.arrays(trained);
  }

  @Override
  DbnDescription describe(Dbn trained) {
    return new DbnDescription(
        DbnDescription.KIND,
        DbnDescription.FORMAT_VERSION,
        dataset().shape(),
        trained.rbms().stream().map(Rbm::hidden).toList(),
        settings.visibleUnits(),
        ImageStatistics.meanNorm(dataset()),
        dataset().name(),
        settings,
        seed(),
        diverged());
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
