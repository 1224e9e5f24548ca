package io.github.unitscope.experiments.train;

import io.github.unitscope.autoencoder.AutoencoderMetrics;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.autoencoder.SdaeTrainer;
import io.github.unitscope.autoencoder.storage.SdaeDescription;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.List;
import java.util.Locale;

/** Trains a stacked denoising autoencoder, shows how it goes and writes what came out. */
public final class SdaeTraining extends StackTraining<AutoencoderMetrics, Sdae> {
  private static final List<TrainingReport.Column<AutoencoderMetrics>> COLUMNS =
      List.of(
          new TrainingReport.Column<>(
              "train_cost", AutoencoderMetrics::trainCost, "Denoising cost, training", "per image"),
          new TrainingReport.Column<>(
              "validation_cost",
              AutoencoderMetrics::validationCost,
              "Denoising cost, validation",
              "per image"),
          new TrainingReport.Column<>(
              "reconstruction_error",
              AutoencoderMetrics::reconstructionError,
              "Reconstruction error of clean images, validation",
              "squared, per image"),
          new TrainingReport.Column<>(
              "mean_activation",
              AutoencoderMetrics::meanActivation,
              "Mean activation of hidden units",
              "probability"),
          new TrainingReport.Column<>("learning_rate", AutoencoderMetrics::learningRate));

  private final SdaeSettings settings;

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public SdaeTraining(SdaeSettings settings, Dataset dataset, long seed) {
    super(StackKind.SDAE, Sdae.class, COLUMNS, settings, dataset, seed);
    this.settings = settings;
  }

  @Override
  public SdaeSettings settings() {
    return settings;
  }

  @Override
  SdaeTrainer trainer(
      Workers workers,
      TrainingListener<Object, AutoencoderMetrics> listener,
      Checkpoints checkpoints) {
    return new SdaeTrainer(settings, workers, listener, checkpoints);
  }

  @Override
  String describe(AutoencoderMetrics epoch) {
    return String.format(
        Locale.ROOT,
        "cost %s, validation %s, reconstruction error %s",
        Numbers.brief(epoch.trainCost()),
        Numbers.brief(epoch.validationCost()),
        Numbers.brief(epoch.reconstructionError()));
  }

  @Override
  SdaeDescription describe(Sdae trained, TrainedOn trainedOn, long rootSeed, boolean hasDiverged) {
    return SdaeDescription.of(trained, trainedOn, settings, rootSeed, hasDiverged);
  }
}
