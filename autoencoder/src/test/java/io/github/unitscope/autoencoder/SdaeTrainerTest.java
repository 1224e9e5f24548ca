package io.github.unitscope.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.training.LayerStart;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.stacks.training.TrainingRows;
import io.github.unitscope.testing.ConstantImages;
import java.util.ArrayList;
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
    return AutoencoderSettings.builder()
        .epochs(12)
        .learningRate(rate)
        .finalLearningRate(rate / 5)
        .weightDecay(0)
        .corruption(Corruption.of(noise, 0.2))
        .build();
  }

  private static SdaeSettings stack(AutoencoderSettings settings, Integer... layers) {
    return SdaeSettings.of(List.of(layers)).withAll(settings);
  }

  @Test
  void trainingUndoesNoise() {
    List<AutoencoderMetrics> metrics = new ArrayList<>();
    TrainingListener<Object, AutoencoderMetrics> listener =
        new TrainingListener<>() {
          @Override
          public void onEpoch(AutoencoderMetrics epoch, Object autoencoder) {
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
        new SdaeTrainer(settings, WORKERS, TrainingListener.NONE)
            .train(IMAGES, VALIDATION, Seed.root(1));
    try (Workers one = new Workers(1)) {
      Sdae alone =
          new SdaeTrainer(settings, one, TrainingListener.NONE)
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
    SdaeTrainer trainer = new SdaeTrainer(settings, WORKERS, TrainingListener.NONE);
    Sdae sdae = trainer.train(IMAGES, VALIDATION, Seed.root(3));
    LogisticLayer first = sdae.tiedLayers().get(0).upward();
    Seed seed = Seed.root(3).derive(2);
    try (TrainingRows means = TrainingRows.hiddenMeans(TrainingRows.of(IMAGES), first, WORKERS);
        TrainingRows validation =
            TrainingRows.hiddenMeans(TrainingRows.of(VALIDATION), first, WORKERS)) {
      LayerStart<DenoisingAutoencoder, AutoencoderMetrics> second =
          trainer.begin(2, means, validation, 20, seed, WORKERS);
      for (int step = 0; step < 12 * 20; step++) {
        int epoch = step / 20;
        int[] order = Shuffle.order(400, seed.derive("order").derive(epoch));
        Seed ofStep = seed.derive("step").derive(step);
        second.rule().step(means, order, step % 20 * 20, epoch, ofStep);
      }
      assertArrayEquals(second.layer().weights().toRows(), sdae.weights(2).toRows());
    }
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
        settings(Noise.MASKING, 0.2).toBuilder()
            .finalLearningRate(0.1)
            .sparsityCost(sparsityCost)
            .build();
    TrainingListener<Object, AutoencoderMetrics> listener =
        new TrainingListener<>() {
          @Override
          public void onEpoch(AutoencoderMetrics epoch, Object autoencoder) {
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
        new SdaeTrainer(stack(settings(Noise.MASKING, 0.2), 7, 3), WORKERS, TrainingListener.NONE)
            .train(images, images, Seed.root(1));
    assertEquals(shape, sdae.inputShape());
    assertEquals(shape.size(), sdae.weights(1).rows());
    assertTrue(sdae.tiedLayers().stream().allMatch(DenoisingAutoencoder::isFinite));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "0.5"})
  void constantImagesGiveFiniteNumbers(float value) {
    ImageSet images = new ConstantImages(ImageShape.grey(4, 4), 60, value);
    Sdae sdae =
        new SdaeTrainer(
                stack(settings(Noise.SALT_AND_PEPPER, 0.2), 6, 4), WORKERS, TrainingListener.NONE)
            .train(images, images, Seed.root(1));
    assertTrue(sdae.tiedLayers().stream().allMatch(DenoisingAutoencoder::isFinite));
  }

  @Test
  void divergenceIsToldWithWhatToDoAndKeepsWhatWasGood() {
    AutoencoderSettings wild =
        settings(Noise.MASKING, 1e6).toBuilder()
            .epochs(3)
            .finalLearningRate(1e6)
            .momentum(0.9)
            .build();
    SdaeSettings settings = stack(settings(Noise.MASKING, 0.2), 24, 12).withUpper(wild);
    SdaeTrainer trainer = new SdaeTrainer(settings, WORKERS, TrainingListener.NONE);
    TrainingDivergedException e =
        assertThrows(
            TrainingDivergedException.class, () -> trainer.train(IMAGES, VALIDATION, Seed.root(1)));
    assertTrue(e.getMessage().contains("layer 2 diverged in epoch 1"), e.getMessage());
    assertTrue(e.getMessage().contains("learning rate"), e.getMessage());
    assertEquals(2, e.lastGood(Sdae.class).orElseThrow().layers().size());
    assertTrue(
        e.lastGood(Sdae.class).orElseThrow().tiedLayers().stream()
            .allMatch(DenoisingAutoencoder::isFinite));
  }

  @Test
  void aSetWithoutImagesIsRefused() {
    ImageSet none = new SmallAutoencoders.Lines(ImageShape.grey(6, 5), 0, 1);
    SdaeTrainer trainer =
        new SdaeTrainer(stack(settings(Noise.MASKING, 0.2), 6), WORKERS, TrainingListener.NONE);
    assertThrows(InvalidInputException.class, () -> trainer.train(none, IMAGES, Seed.root(1)));
    assertThrows(InvalidInputException.class, () -> trainer.train(IMAGES, none, Seed.root(1)));
    assertFalse(IMAGES.size() == 0);
  }
}
