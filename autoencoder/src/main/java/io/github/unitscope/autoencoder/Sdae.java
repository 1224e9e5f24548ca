package io.github.unitscope.autoencoder;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.TiedStack;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.List;

/**
 * A stacked denoising autoencoder (Vincent et al. 2010): the encoders on top of each other. It
 * defines no distribution over inputs, so nothing can be sampled from it.
 */
public final class Sdae extends TiedStack<DenoisingAutoencoder> {
  /** What the seed of a training is derived for, here and by the command; it decides bits. */
  public static final String SEED_WORD = "train sdae";

  /**
   * @param inputShape the shape of the images
   * @param autoencoders from the input upwards
   * @throws io.github.unitscope.network.message.InvalidInputException if one does not fit the one
   *     below it, or there is none
   */
  public Sdae(ImageShape inputShape, List<DenoisingAutoencoder> autoencoders) {
    super(inputShape, autoencoders);
  }

  /**
   * Trains a stack on all processors; the same bits as {@code ./unitscope train sdae} with the same
   * settings, images and seed. {@link SdaeTrainer} can be listened to, stopped and resumed.
   *
   * @throws io.github.unitscope.stacks.training.TrainingDivergedException if the training of a
   *     layer diverges
   */
  public static Sdae train(SdaeSettings settings, Dataset data, long seed) {
    try (Workers workers = Workers.ofAllProcessors()) {
      return new SdaeTrainer(settings, workers, TrainingListener.NONE)
          .train(data.train(), data.validation(), Seed.root(seed).derive(SEED_WORD));
    }
  }
}
