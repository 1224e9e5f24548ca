package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;

/** Training of a layer stopped because its numbers grew beyond all bounds. */
public final class DbnDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient Dbn lastGood;

  DbnDivergedException(TrainingDivergedException cause, Dbn lastGood) {
    super(cause.getMessage(), cause);
    this.lastGood = lastGood;
  }

  /** The layers that were done, and the last one after its last sound epoch. */
  public Dbn lastGood() {
    return lastGood;
  }
}
