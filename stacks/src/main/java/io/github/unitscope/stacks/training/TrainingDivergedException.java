package io.github.unitscope.stacks.training;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Optional;

/** Training stopped because its numbers left all bounds. Carries what was good before. */
public final class TrainingDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient Object lastGood;

  /**
   * @param message one line that says where, what and what to do
   * @param lastGood what was good before; null if nothing was
   */
  public TrainingDivergedException(String message, Object lastGood) {
    super(message);
    this.lastGood = lastGood;
  }

  /**
   * What was good before: of a stack the layers that were done, and the last one after its last
   * sound epoch; of a fine-tuning its best epoch.
   *
   * @param type that it has
   * @return empty if nothing was good
   */
  public <T> Optional<T> lastGood(Class<T> type) {
    return Optional.ofNullable(type.cast(lastGood));
  }
}
