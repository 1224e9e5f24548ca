package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;

/** Training stopped because its numbers grew beyond all bounds. Carries what was good before. */
public final class TrainingDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient Rbm lastGood;

  TrainingDivergedException(String message, Rbm lastGood) {
    super(message);
    this.lastGood = lastGood;
  }

  /** The machine after the last epoch whose numbers were sound, or the untrained one. */
  public Rbm lastGood() {
    return lastGood;
  }
}
