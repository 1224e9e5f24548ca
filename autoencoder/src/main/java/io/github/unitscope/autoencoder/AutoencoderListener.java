package io.github.unitscope.autoencoder;

/** Is told how training goes. */
public interface AutoencoderListener {
  /** Nobody listens. */
  AutoencoderListener NONE = new AutoencoderListener() {};

  /**
   * A step is done.
   *
   * @param layer from 1
   * @param step from 1, counted over the epochs of the layer
   * @param steps how many there are in all
   */
  default void onStep(int layer, long step, long steps) {}

  /**
   * An epoch is done.
   *
   * @param metrics what was measured
   * @param autoencoder as it is now; copy it to keep it
   */
  default void onEpoch(AutoencoderMetrics metrics, DenoisingAutoencoder autoencoder) {}
}
