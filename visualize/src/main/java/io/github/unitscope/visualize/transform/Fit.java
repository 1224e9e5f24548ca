package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * The middle of the image, with a border where it is too small: as large as a network takes it.
 *
 * @param height of the output
 * @param width of the output
 * @param value of the border
 */
public record Fit(int height, int width, double value) implements Transform {

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    return new Shift(
        input,
        new ImageShape(input.channels(), height, width),
        Math.floorDiv(input.height() - height, 2),
        Math.floorDiv(input.width() - width, 2),
        (float) value);
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "fit=%dx%d", height, width);
  }
}
