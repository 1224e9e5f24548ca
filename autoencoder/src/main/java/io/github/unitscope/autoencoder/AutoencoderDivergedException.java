package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;

/** Training of a layer stopped because its numbers grew beyond all bounds. */
public final class AutoencoderDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient DenoisingAutoencoder lastGood;

  AutoencoderDivergedException(String message, DenoisingAutoencoder lastGood) {
    super(message);
    this.lastGood = lastGood;
  }

  /** The autoencoder after the last epoch whose numbers were sound, or the untrained one. */
  public DenoisingAutoencoder lastGood() {
    return lastGood;
  }
}
