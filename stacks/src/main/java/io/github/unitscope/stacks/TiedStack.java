package io.github.unitscope.stacks;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * A stack of layers whose weights go both ways; as a network it is run upwards.
 *
 * @param <L> the kind of its layers
 */
public abstract class TiedStack<L extends TiedLayer<L>> extends LogisticStack {
  private final List<L> tiedLayers;

  /**
   * @param inputShape the shape of the images
   * @param tiedLayers from the input upwards
   * @throws io.github.unitscope.network.message.InvalidInputException if one does not fit the one
   *     below it, or there is none
   */
  protected TiedStack(ImageShape inputShape, List<L> tiedLayers) {
    super(inputShape, tiedLayers.stream().map(TiedLayer::upward).toList());
    this.tiedLayers = List.copyOf(tiedLayers);
  }

  /** The layers with all their parameters, from the input upwards. */
  public final List<L> tiedLayers() {
    return tiedLayers;
  }
}
