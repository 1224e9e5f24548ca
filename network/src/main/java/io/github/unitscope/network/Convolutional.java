package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;

/** A network whose units look at places of the image. */
public interface Convolutional extends Network {

  /**
   * The part of the image that the units of a layer see.
   *
   * @param layer from 1
   */
  ReceptiveField receptiveField(int layer);

  /** The layers that convolve, from the input upwards. */
  List<Layer> convolutions();

  /**
   * The filters of a convolution that looks at the image itself, as images: [filters][channels ×
   * height × width].
   *
   * @param layer from 1
   * @throws InvalidInputException if the layer is no convolution of the image
   */
  Filters filters(int layer);

  /**
   * The same network for images of another size.
   *
   * @throws InvalidInputException if it has layers that fix the size, and this is not it
   */
  Convolutional resized(int height, int width);

  /**
   * Filters that are images.
   *
   * @param shape of each
   * @param values [filters][channels × height × width]
   * @param stride how many pixels lie between two places that are looked at
   */
  record Filters(ImageShape shape, float[][] values, int stride) {}
}
