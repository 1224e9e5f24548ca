package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * Cuts the image smaller at a random place, every place as likely.
 *
 * @param pixels that are lost along each axis, at least 0
 */
public record Jitter(int pixels) implements Transform {

  /**
   * @throws InvalidInputException if the number of pixels is negative
   */
  public Jitter {
    if (pixels < 0) {
      throw new InvalidInputException("jitter must be at least 0 pixels, not " + pixels);
    }
  }

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    if (input.height() <= pixels || input.width() <= pixels) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "jitter=%d leaves nothing of an image of %s: use less", pixels, input));
    }
    ImageShape output =
        new ImageShape(input.channels(), input.height() - pixels, input.width() - pixels);
    int top = random.nextInt(pixels + 1);
    int left = random.nextInt(pixels + 1);
    return new Shift(input, output, top, left, 0);
  }

  @Override
  public String describe() {
    return "jitter=" + pixels;
  }
}
