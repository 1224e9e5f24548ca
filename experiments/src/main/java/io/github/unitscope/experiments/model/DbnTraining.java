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
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnDivergedException;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.EpochMetrics;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.TrainingListener;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.rbm.storage.DbnFolder;
import io.github.unitscope.visualize.picture.Png;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trains a deep belief network on a dataset, shows how it goes and writes what came out. */
public final class DbnTraining {
  /** So many images are enough for the mean norm. */
  private static final int IMAGES_FOR_STATISTICS = 60_000;

  private final DbnSettings settings;
  private final Dataset dataset;
  private final long seed;
  private final List<EpochMetrics> metrics = new ArrayList<>();
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

  /**
   * Trains.
   *
   * @throws DbnDivergedException if the numbers left all bounds; the last good network can be
   *     written then
   */
  public Dbn run(Workers workers, Terminal terminal) {
    int epochs = settings.rbm().epochs();
    String task = "training on " + dataset.name();
    long total = (long) settings.layers().size() * epochs * 1000;
    try (Terminal.Progress progress = terminal.progress(task, total)) {
      TrainingListener listener = new Listener(progress, epochs);
      Seed trainingSeed = Seed.root(seed).derive("train dbn");
      dbn =
          new DbnTrainer(settings, workers, listener)
              .train(dataset.train(), dataset.validation(), trainingSeed);
    } catch (DbnDivergedException e) {
      dbn = e.lastGood();
      diverged = true;
      throw e;
    }
    return dbn;
  }

  /** Collects the metrics and moves the bar, by a thousandth of an epoch. */
  private final class Listener implements TrainingListener {
    private final Terminal.Progress progress;
    private final int epochs;

    Listener(Terminal.Progress progress, int epochs) {
      this.progress = progress;
      this.epochs = epochs;
    }

    @Override
    public void onStep(int layer, long step, long steps) {
      progress.at((layer - 1) * epochs * 1000L + epochs * 1000L * step / steps);
    }

    @Override
    public void onEpoch(EpochMetrics epoch, Rbm rbm) {
      metrics.add(epoch);
      progress.note(
          "layer %d epoch %d/%d, reconstruction error %s, free-energy gap %s, pseudo-likelihood %s"
              .formatted(
                  epoch.layer(),
                  epoch.epoch(),
                  epochs,
                  Numbers.brief(epoch.reconstructionError()),
                  Numbers.brief(epoch.freeEnergyGap()),
                  Numbers.brief(epoch.pseudoLikelihood())));
    }
  }

  /**
   * Writes {@code model.json}, {@code weights.npz}, {@code metrics.csv} and {@code training.png}.
   *
   * @param prefix before the names of the files, for a folder within the run's
   */
  public void write(RunFolder folder, String prefix) {
    folder.write(
        prefix + DbnFolder.DESCRIPTION, file -> Files.writeString(file, Json.text(describe())));
    folder.writeArrays(prefix + DbnFolder.WEIGHTS, DbnFolder.arrays(dbn));
    folder.writeText(prefix + "metrics.csv", TrainingReport.csv(metrics));
    if (!metrics.isEmpty()) {
      Map<String, String> texts = Map.of("unitscope:run", folder.identity());
      folder.write(
          prefix + "training.png", file -> Png.write(TrainingReport.chart(metrics), texts, file));
    }
  }

  private DbnDescription describe() {
    return new DbnDescription(
        DbnDescription.KIND,
        DbnDescription.FORMAT_VERSION,
        dataset.shape(),
        dbn.rbms().stream().map(Rbm::hidden).toList(),
        "bernoulli",
        meanInputNorm(),
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

  /** The mean L2 norm of the training images. */
  public double meanInputNorm() {
    return ImageStatistics.of(dataset.train(), IMAGES_FOR_STATISTICS).meanNorm();
  }

  /** One line on how it went. */
  public String summary() {
    double seconds = metrics.stream().mapToDouble(EpochMetrics::seconds).sum();
    return "trained %d layers on %s in %s s"
        .formatted(dbn.rbms().size(), dataset.name(), Numbers.brief(seconds));
  }
}
