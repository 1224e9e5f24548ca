package io.github.unitscope.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdaeTrainerTest {
  private static final Workers WORKERS = new Workers(2);
  private static final ImageSet IMAGES = new SmallAutoencoders.Lines(ImageShape.grey(6, 5), 400, 1);
  private static final ImageSet VALIDATION =
      new SmallAutoencoders.Lines(ImageShape.grey(6, 5), 100, 2);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  private static AutoencoderSettings settings(Noise noise, double rate) {
    return new AutoencoderSettings(
        12, 20, rate, rate / 5, 0.5, 0, Corruption.of(noise, 0.2), 0.1, 0);
  }

  private static SdaeSettings stack(AutoencoderSettings settings, Integer... layers) {
    return new SdaeSettings(
        List.of(layers),
        Collections.nCopies(layers.length, settings.corruption().level()),
        Reconstruction.CROSS_ENTROPY,
        settings,
        settings);
  }

  @Test
  void trainingUndoesNoise() {
    List<AutoencoderMetrics> metrics = new ArrayList<>();
    AutoencoderListener listener =
        new AutoencoderListener() {
          @Override
          public void onEpoch(AutoencoderMetrics epoch, DenoisingAutoencoder autoencoder) {
            metrics.add(epoch);
          }
        };
    new SdaeTrainer(stack(settings(Noise.MASKING, 0.3), 24, 12), WORKERS, listener)
        .train(IMAGES, VALIDATION, Seed.root(1));
    assertEquals(24, metrics.size());
    AutoencoderMetrics last = metrics.get(11);
    // Eleven lines, a third of them of five pixels: an image without structure costs 30 log 2.
    assertTrue(last.validationCost() < 6, last.toString());
    assertTrue(last.validationCost() < 0.7 * metrics.get(0).validationCost(), last.toString());
    assertTrue(last.reconstructionError() < 0.5, last.toString());
  }

  @Test
  void sameBitsForAnyNumberOfThreads() {
    SdaeSettings settings = stack(settings(Noise.SALT_AND_PEPPER, 0.2), 24, 12);
    Sdae two =
        new SdaeTrainer(settings, WORKERS, AutoencoderListener.NONE)
            .train(IMAGES, VALIDATION, Seed.root(1));
    try (Workers one = new Workers(1)) {
      Sdae alone =
          new SdaeTrainer(settings, one, AutoencoderListener.NONE)
              .train(IMAGES, VALIDATION, Seed.root(1));
      for (int layer = 1; layer <= 2; layer++) {
        assertArrayEquals(alone.weights(layer).toRows(), two.weights(layer).toRows());
        assertArrayEquals(alone.biases(layer), two.biases(layer));
      }
    }
  }

  @Test
  void secondLayerLearnsFromTheCleanOutputOfTheFirst() {
    SdaeSettings settings = stack(settings(Noise.MASKING, 0.2), 24, 12);
    Sdae sdae =
        new SdaeTrainer(settings, WORKERS, AutoencoderListener.NONE)
            .train(IMAGES, VALIDATION, Seed.root(3));
    DenoisingAutoencoder first = sdae.autoencoders().get(0);
    DenoisingAutoencoder alone =
        new AutoencoderTrainer(settings.upper(), WORKERS, AutoencoderListener.NONE)
            .train(
                2,
                settings.shape(2),
                TrainingRows.hiddenMeans(TrainingRows.of(IMAGES), first.encoder(), WORKERS),
                TrainingRows.hiddenMeans(TrainingRows.of(VALIDATION), first.encoder(), WORKERS),
                Seed.root(3).derive(2));
    assertArrayEquals(alone.weights().toRows(), sdae.weights(2).toRows());
  }

  @Test
  void sparsityLowersTheMeanActivation() {
    double dense = meanActivation(0);
    double sparse = meanActivation(3);
    assertTrue(dense > 0.25, "dense: " + dense);
    assertEquals(0.1, sparse, 0.05);
  }

  private static double meanActivation(double sparsityCost) {
    List<Double> activations = new ArrayList<>();
    AutoencoderSettings settings =
        new AutoencoderSettings(
            12, 20, 0.2, 0.1, 0.5, 0, Corruption.of(Noise.MASKING, 0.2), 0.1, sparsityCost);
    AutoencoderListener listener =
        new AutoencoderListener() {
          @Override
          public void onEpoch(AutoencoderMetrics epoch, DenoisingAutoencoder autoencoder) {
            activations.add(epoch.meanActivation());
          }
        };
    new SdaeTrainer(stack(settings, 24), WORKERS, listener).train(IMAGES, VALIDATION, Seed.root(1));
    return activations.get(11);
  }

  @ParameterizedTest
  @CsvSource({"1, 12, 12", "3, 9, 7", "1, 1, 5"})
  void imagesOfAnyShape(int channels, int height, int width) {
    ImageShape shape = new ImageShape(channels, height, width);
    ImageSet images = new SmallAutoencoders.Lines(shape, 100, 1);
    Sdae sdae =
        new SdaeTrainer(
                stack(settings(Noise.MASKING, 0.2), 7, 3), WORKERS, AutoencoderListener.NONE)
            .train(images, images, Seed.root(1));
    assertEquals(shape, sdae.inputShape());
    assertEquals(shape.size(), sdae.weights(1).rows());
    assertTrue(sdae.autoencoders().stream().allMatch(DenoisingAutoencoder::isFinite));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "0.5"})
  void constantImagesGiveFiniteNumbers(float value) {
    ImageSet images = new SmallAutoencoders.Constant(ImageShape.grey(4, 4), 60, value);
    Sdae sdae =
        new SdaeTrainer(
                stack(settings(Noise.SALT_AND_PEPPER, 0.2), 6, 4),
                WORKERS,
                AutoencoderListener.NONE)
            .train(images, images, Seed.root(1));
    assertTrue(sdae.autoencoders().stream().allMatch(DenoisingAutoencoder::isFinite));
  }

  @Test
  void divergenceIsToldWithWhatToDoAndKeepsWhatWasGood() {
    AutoencoderSettings wild =
        new AutoencoderSettings(3, 20, 1e6, 1e6, 0.9, 0, Corruption.of(Noise.MASKING, 0.2), 0.1, 0);
    SdaeSettings settings =
        new SdaeSettings(
            List.of(24, 12),
            List.of(0.2, 0.2),
            Reconstruction.CROSS_ENTROPY,
            settings(Noise.MASKING, 0.2),
            wild);
    SdaeTrainer trainer = new SdaeTrainer(settings, WORKERS, AutoencoderListener.NONE);
    SdaeDivergedException e =
        assertThrows(
            SdaeDivergedException.class, () -> trainer.train(IMAGES, VALIDATION, Seed.root(1)));
    assertTrue(e.getMessage().contains("layer 2 diverged in epoch 1"), e.getMessage());
    assertTrue(e.getMessage().contains("learning rate"), e.getMessage());
    assertEquals(2, e.lastGood().layers().size());
    assertTrue(e.lastGood().autoencoders().stream().allMatch(DenoisingAutoencoder::isFinite));
  }

  @Test
  void aSetWithoutImagesIsRefused() {
    ImageSet none = new SmallAutoencoders.Lines(ImageShape.grey(6, 5), 0, 1);
    SdaeTrainer trainer =
        new SdaeTrainer(stack(settings(Noise.MASKING, 0.2), 6), WORKERS, AutoencoderListener.NONE);
    assertThrows(InvalidInputException.class, () -> trainer.train(none, IMAGES, Seed.root(1)));
    assertThrows(InvalidInputException.class, () -> trainer.train(IMAGES, none, Seed.root(1)));
    assertFalse(IMAGES.size() == 0);
  }
}
