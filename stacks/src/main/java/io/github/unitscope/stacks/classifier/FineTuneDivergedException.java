package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import java.util.Optional;

/** Fine-tuning stopped because its numbers grew beyond all bounds. */
public final class FineTuneDivergedException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final transient FineTuned lastGood;

  FineTuneDivergedException(int epoch, double loss, double rate, FineTuned lastGood) {
    super(
        String.format(
            Locale.ROOT,
            "fine-tuning diverged in epoch %d (validation loss %s at learning rate %s): use a smaller --rate",
            epoch,
            loss,
            rate));
    this.lastGood = lastGood;
  }

  /** The best epoch before; empty if there was none. */
  public Optional<FineTuned> lastGood() {
    return Optional.ofNullable(lastGood);
  }
}
