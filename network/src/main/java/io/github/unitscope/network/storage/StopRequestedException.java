package io.github.unitscope.network.storage;

/** Thrown through a computation that was asked to stop, once its state is kept. */
public final class StopRequestedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message how to go on
   */
  public StopRequestedException(String message) {
    super(message);
  }
}
