package io.github.unitscope.convnet.training;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.network.ImageShape;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network as it is at a moment of its training; what is taken of it are copies. */
public final class TrainingSnapshot {
  private final MultiLayerNetwork network;
  private final ImageShape image;

  TrainingSnapshot(MultiLayerNetwork network, ImageShape image) {
    this.network = network;
    this.image = image;
  }

  /** The network at inference, with the layers conv1, pool1, dense1, … softmax. */
  public ConvNetwork network() {
    return TrainedLayers.copy(network, image);
  }

  /** All parameters in the order of the training; see {@link ConvNetTrainer#restored}. */
  public float[] parameters() {
    return network.params().toFloatVector();
  }
}
