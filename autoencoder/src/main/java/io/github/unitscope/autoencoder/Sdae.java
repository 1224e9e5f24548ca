package io.github.unitscope.autoencoder;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.stacks.TiedStack;
import java.util.List;

/**
 * A stacked denoising autoencoder (Vincent et al. 2010): the encoders on top of each other. It
 * defines no distribution over inputs, so nothing can be sampled from it.
 */
public final class Sdae extends TiedStack<DenoisingAutoencoder> {
  /**
   * @param inputShape the shape of the images
   * @param autoencoders from the input upwards
   * @throws io.github.unitscope.network.message.InvalidInputException if one does not fit the one
   *     below it, or there is none
   */
  public Sdae(ImageShape inputShape, List<DenoisingAutoencoder> autoencoders) {
    super(inputShape, autoencoders);
  }
}
