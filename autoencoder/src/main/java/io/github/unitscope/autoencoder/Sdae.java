package io.github.unitscope.autoencoder;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.LogisticStack;
import java.util.List;
import java.util.Set;

/**
 * A stacked denoising autoencoder (Vincent et al. 2010): the encoders on top of each other. It
 * defines no distribution over inputs, so nothing can be sampled from it.
 */
public final class Sdae implements FullyConnected {
  private final LogisticStack encoders;
  private final List<DenoisingAutoencoder> autoencoders;

  /**
   * @param inputShape the shape of the images
   * @param autoencoders from the input upwards
   * @throws InvalidInputException if one does not fit the one below it, or there is none
   */
  public Sdae(ImageShape inputShape, List<DenoisingAutoencoder> autoencoders) {
    this.autoencoders = List.copyOf(autoencoders);
    this.encoders =
        new LogisticStack(
            inputShape, autoencoders.stream().map(DenoisingAutoencoder::encoder).toList());
  }

  /** The autoencoders from the input upwards. */
  public List<DenoisingAutoencoder> autoencoders() {
    return autoencoders;
  }

  @Override
  public ImageShape inputShape() {
    return encoders.inputShape();
  }

  @Override
  public List<Layer> layers() {
    return encoders.layers();
  }

  @Override
  public Pass newPass(Set<Readout> readouts) {
    return encoders.newPass(readouts);
  }

  @Override
  public Pass newPass(Set<Readout> readouts, int rows) {
    return encoders.newPass(readouts, rows);
  }

  @Override
  public Matrix weights(int layer) {
    return encoders.weights(layer);
  }

  @Override
  public float[] biases(int layer) {
    return encoders.biases(layer);
  }
}
