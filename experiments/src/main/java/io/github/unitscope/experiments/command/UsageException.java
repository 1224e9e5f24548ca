package io.github.unitscope.experiments.command;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.function.Supplier;

/** The command line is wrong: exit code 2. */
public final class UsageException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what, which option, what to do
   */
  public UsageException(String message) {
    super(message);
  }

  private UsageException(InvalidInputException cause) {
    super(cause.getMessage(), cause);
  }

  /** Makes a value from options; what it finds wrong is wrong usage. */
  public static <T> T check(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidInputException e) {
      throw new UsageException(e);
    }
  }
}
