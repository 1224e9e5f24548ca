package io.github.unitscope.experiments.train;

import io.github.unitscope.autoencoder.AutoencoderListener;
import io.github.unitscope.autoencoder.AutoencoderMetrics;
import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.autoencoder.SdaeDivergedException;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.autoencoder.SdaeTrainer;
import io.github.unitscope.autoencoder.storage.SdaeDescription;
import io.github.unitscope.autoencoder.storage.SdaeFolder;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a stacked denoising autoencoder, shows how it goes and writes what came out. */
public final class SdaeTraining extends StackTraining<Sdae> {
  private static final List<TrainingReport.Column> COLUMNS =
      List.of(
          new TrainingReport.Column("train_cost", "Cost of undoing noise, training", "per image"),
          new TrainingReport.Column(
              "validation_cost", "Cost of undoing noise, validation", "per image"),
          new TrainingReport.Column(
              "reconstruction_error",
              "Reconstruction error without noise, validation",
              "squared, per image"),
          new TrainingReport.Column(
              "mean_activation", "Mean activation of hidden units", "probability"),
          TrainingReport.Column.inTable("learning_rate"));

  private final SdaeSettings settings;

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public SdaeTraining(SdaeSettings settings, Dataset dataset, long seed) {
    super(dataset, seed);
    this.settings = settings;
  }

  @Override
  public SdaeSettings settings() {
    return settings;
  }

  @Override
  Sdae train(
      Workers workers, Seed trainingSeed, TrainingProgress progress, Checkpoints checkpoints) {
    try {
      return new SdaeTrainer(settings, workers, new Listener(progress), checkpoints)
          .train(dataset().train(), dataset().validation(), trainingSeed);
    } catch (SdaeDivergedException e) {
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
    return "train sdae";
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
  private final class Listener implements AutoencoderListener {
    private final TrainingProgress progress;

    Listener(TrainingProgress progress) {
      this.progress = progress;
    }

    private int epochsOf(int layer) {
      return (layer == 1 ? settings.first() : settings.upper()).epochs();
    }

    @Override
    public void onResume(int layer, long step, long steps, List<AutoencoderMetrics> measured) {
      measured.forEach(epoch -> add(row(epoch), epoch.seconds()));
      progress.onResume(layer, step, steps, measured.size());
    }

    @Override
    public void onStep(int layer, long step, long steps) {
      progress.onStep(step, steps, epochsOf(layer));
    }

    @Override
    public void onEpoch(AutoencoderMetrics epoch, DenoisingAutoencoder autoencoder) {
      add(row(epoch), epoch.seconds());
      progress.onEpoch(
          String.format(
              Locale.ROOT,
              "layer %d epoch %d/%d, cost %s, validation %s, reconstruction error %s",
              epoch.layer(),
              epoch.epoch(),
              epochsOf(epoch.layer()),
              Numbers.brief(epoch.trainCost()),
              Numbers.brief(epoch.validationCost()),
              Numbers.brief(epoch.reconstructionError())));
    }
  }

  private static TrainingReport.Row row(AutoencoderMetrics m) {
    return new TrainingReport.Row(
        m.layer(),
        m.epoch(),
        m.trainCost(),
        m.validationCost(),
        m.reconstructionError(),
        m.meanActivation(),
        m.learningRate());
  }

  @Override
  Map<String, NpyArray> arrays(Sdae trained) {
    return SdaeFolder.arrays(trained);
  }

  @Override
  SdaeDescription describe(Sdae trained) {
    return new SdaeDescription(
        SdaeDescription.KIND,
        SdaeDescription.FORMAT_VERSION,
        dataset().shape(),
        trained.autoencoders().stream().map(DenoisingAutoencoder::hidden).toList(),
        settings.reconstruction(),
        ImageStatistics.meanNorm(dataset()),
        dataset().name(),
        settings,
        seed(),
        diverged());
  }
}
