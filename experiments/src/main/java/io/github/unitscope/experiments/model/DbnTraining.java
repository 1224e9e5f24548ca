package io.github.unitscope.experiments.model;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.report.Numbers;
import io.github.unitscope.experiments.report.TrainingReport;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
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

/** Trains a deep belief network on a dataset, shows how it goes and writes what came out. */
public final class DbnTraining implements Training {
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
          TrainingReport.Column.inTable("learning_rate"),
          TrainingReport.Column.inTable("seconds"));

  private final DbnSettings settings;
  private final Dataset dataset;
  private final long seed;
  private final List<TrainingReport.Row> epochs = new ArrayList<>();
  private double seconds;
  private Dbn dbn;
  private boolean diverged;

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public DbnTraining(DbnSettings settings, Dataset dataset, long seed) {
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
  }

  @Override
  public DbnSettings settings() {
    return settings;
  }

  @Override
  public Dbn run(Workers workers, Terminal terminal) {
    try (TrainingProgress progress =
        new TrainingProgress(terminal, dataset.name(), settings.totalEpochs())) {
      Seed trainingSeed = Seed.root(seed).derive("train dbn");
      dbn =
          new DbnTrainer(settings, workers, new Listener(progress))
              .train(dataset.train(), dataset.validation(), trainingSeed);
    } catch (DbnDivergedException e) {
      dbn = e.lastGood();
      diverged = true;
      throw e;
    }
    return dbn;
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
    public void onStep(int layer, long step, long steps) {
      progress.onStep(step, steps, epochsOf(layer));
    }

    @Override
    public void onEpoch(EpochMetrics epoch, Rbm rbm) {
      seconds += epoch.seconds();
      epochs.add(row(epoch));
      String likelihood =
          Double.isNaN(epoch.pseudoLikelihood())
              ? ""
              : ", pseudo-likelihood " + Numbers.brief(epoch.pseudoLikelihood());
      progress.onEpoch(
          "layer %d epoch %d/%d, reconstruction error %s, free-energy gap %s%s"
              .formatted(
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
        m.learningRate(),
        m.seconds());
  }

  @Override
  public boolean hasModel() {
    return dbn != null;
  }

  @Override
  public void write(RunFolder folder, String prefix) {
    ModelOutput.write(
        folder, prefix, describe(), DbnFolder.arrays(dbn), new TrainingReport(COLUMNS, epochs));
  }

  private DbnDescription describe() {
    return new DbnDescription(
        DbnDescription.KIND,
        DbnDescription.FORMAT_VERSION,
        dataset.shape(),
        dbn.rbms().stream().map(Rbm::hidden).toList(),
        settings.visibleUnits(),
        ImageStatistics.meanNorm(dataset),
        dataset.name(),
        settings,
        seed,
        diverged);
  }

  /** A network of the same layers whose weights are zero: to check choices of units early. */
  public Dbn untrained() {
    List<Rbm> rbms = new ArrayList<>();
    int visible = dataset.shape().size();
    for (int hidden : settings.layers()) {
      rbms.add(new Rbm(Matrix.zeros(visible, hidden), new float[visible], new float[hidden]));
      visible = hidden;
    }
    return new Dbn(dataset.shape(), rbms);
  }

  @Override
  public String summary() {
    return "trained %d layers on %s in %s s"
        .formatted(dbn.rbms().size(), dataset.name(), Numbers.brief(seconds));
  }
}
