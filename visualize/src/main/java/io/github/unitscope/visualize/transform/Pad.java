package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * A border of one value, so that what follows moves no edge of the picture into view.
 *
 * @param pixels on each side, at least 0
 * @param value of the border
 */
public record Pad(int pixels, double value) implements Transform {
  private static final int MOST = 4096;

  /**
   * @throws InvalidInputException if the number of pixels is out of its range
   */
  public Pad {
    if (pixels < 0 || pixels > MOST) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "pad must be from 0 to %d pixels", MOST));
    }
  }

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    ImageShape output =
        new ImageShape(input.channels(), input.height() + 2 * pixels, input.width() + 2 * pixels);
    return new Shift(input, output, -pixels, -pixels, (float) value);
  }

  @Override
  public String describe() {
    return "pad=" + pixels;
  }
}
