package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import java.util.Arrays;
import java.util.Locale;

/**
 * One map after another. The derivative of the second is taken at what the first made, which is
 * kept from the last call: an ascent asks for image and gradient at the same parameters.
 */
final class ChainedMap implements ImageMap {
  private final ImageMap first;
  private final ImageMap second;
  private final float[] between;
  private final float[] gradientBetween;
  private final float[] lastParameters;
  private boolean isFresh;

  private ChainedMap(ImageMap first, ImageMap second) {
    this.first = first;
    this.second = second;
    between = new float[second.parameters()];
    gradientBetween = new float[second.parameters()];
    lastParameters = new float[first.parameters()];
  }

  /**
   * What ends every parameterization: decorrelated colour if asked for and the image has three
   * channels, then a sigmoid if the range is bounded.
   */
  static ImageMap finish(ImageMap first, ImageShape shape, boolean decorrelated, ImageRange range) {
    ImageMap map = first;
    if (decorrelated && shape.channels() == ColourMap.CHANNELS) {
      map = new ChainedMap(map, new ColourMap(shape.height() * shape.width()));
    }
    return range.isBounded() ? new ChainedMap(map, new SigmoidMap(shape.size(), range)) : map;
  }

  /** How {@link #finish} is written for figures. */
  static String describe(boolean decorrelated, ImageRange range) {
    return (decorrelated ? ", decorrelated colour" : "")
        + (range.isBounded()
            ? String.format(Locale.ROOT, ", sigmoid to [%s, %s]", range.low(), range.high())
            : "");
  }

  @Override
  public int parameters() {
    return first.parameters();
  }

  @Override
  public void image(float[] parameters, float[] image) {
    makeBetween(parameters);
    second.image(between, image);
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    makeBetween(parameters);
    second.gradient(between, imageGradient, gradientBetween);
    first.gradient(parameters, gradientBetween, gradient);
  }

  private void makeBetween(float[] parameters) {
    if (!isFresh || !Arrays.equals(parameters, lastParameters)) {
      first.image(parameters, between);
      System.arraycopy(parameters, 0, lastParameters, 0, lastParameters.length);
      isFresh = true;
    }
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    isFresh = false;
    second.invert(image, between);
    first.invert(between, parameters);
  }
}
