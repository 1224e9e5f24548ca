package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;

/** Training of a stack stopped because the numbers of a layer grew beyond all bounds. */
public final class SdaeDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient Sdae lastGood;

  SdaeDivergedException(AutoencoderDivergedException cause, Sdae lastGood) {
    super(cause.getMessage(), cause);
    this.lastGood = lastGood;
  }

  /** The layers that were done, and the last one after its last sound epoch. */
  public Sdae lastGood() {
    return lastGood;
  }
}
