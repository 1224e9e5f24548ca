package io.github.unitscope.autoencoder;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.InitialWeights;
import io.github.unitscope.stacks.training.LayerStart;
import io.github.unitscope.stacks.training.StackTrainer;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;
import java.util.List;

/**
 * Trains denoising autoencoders on top of each other: each layer learns from what the one below
 * makes of the clean images, and corrupts that itself (Vincent et al. 2010, section 3.4).
 */
public final class SdaeTrainer
    extends StackTrainer<DenoisingAutoencoder, AutoencoderMetrics, Sdae> {
  private final SdaeSettings settings;

  /** Trains without keeping its state. */
  public SdaeTrainer(
      SdaeSettings settings,
      Workers workers,
      TrainingListener<? super DenoisingAutoencoder, ? super AutoencoderMetrics> listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to resume from
   */
  public SdaeTrainer(
      SdaeSettings settings,
      Workers workers,
      TrainingListener<? super DenoisingAutoencoder, ? super AutoencoderMetrics> listener,
      Checkpoints checkpoints) {
    super(settings, workers, listener, checkpoints);
    this.settings = settings;
  }

  @Override
  protected LayerStart<DenoisingAutoencoder, AutoencoderMetrics> begin(
      int number,
      TrainingRows train,
      TrainingRows validation,
      int batchSize,
      Seed seed,
      Workers threads) {
    AutoencoderSettings layer = settings.layer(number);
    DenoisingAutoencoder autoencoder = initialize(number, train.width(), seed.derive("weights"));
    return new LayerStart<>(
        autoencoder,
        new DenoisingSteps(autoencoder, layer, batchSize, threads),
        new AutoencoderMonitor(train, validation, layer.corruption(), seed.derive("monitor")));
  }

  /**
   * Where hidden units shall be on rarely, they are so from the beginning (Hinton 2010, section
   * 8.1): with all of them half on, the first steps of a wide layer with linear outputs would
   * diverge.
   */
  private DenoisingAutoencoder initialize(int number, int visible, Seed seed) {
    AutoencoderSettings layer = settings.layer(number);
    int hidden = settings.layers().get(number - 1);
    Matrix weights = InitialWeights.draw(visible, hidden, seed);
    float[] hiddenBias = new float[hidden];
    if (layer.sparsityCost() > 0) {
      double target = layer.sparsityTarget();
      Arrays.fill(hiddenBias, (float) Math.log(target / (1 - target)));
    }
    return new DenoisingAutoencoder(
        weights, new float[visible], hiddenBias, settings.reconstruction(number));
  }

  @Override
  protected Sdae stack(ImageShape inputShape, List<DenoisingAutoencoder> layers) {
    return new Sdae(inputShape, layers);
  }
}
