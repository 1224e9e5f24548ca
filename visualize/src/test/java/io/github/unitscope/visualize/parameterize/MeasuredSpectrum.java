package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.PlaneFourier;
import java.util.Locale;

/** The mean magnitudes of given images, all of one shape (Fel et al. 2023). */
public final class MeasuredSpectrum implements Spectrum {
  private final ImageShape shape;
  private final double[] magnitudes;
  private final int images;

  private MeasuredSpectrum(ImageShape shape, double[] magnitudes, int images) {
    this.shape = shape;
    this.magnitudes = magnitudes;
    this.images = images;
  }

  /**
   * Measures images.
   *
   * @param shape of the images
   * @param images each [channels × height × width], in any units
   * @param decorrelated whether to measure in decorrelated colours, if there are three channels:
   *     what {@link Maco} needs where it decorrelates colours
   * @throws InvalidInputException if there is no image
   */
  public static MeasuredSpectrum of(
      ImageShape shape, Iterable<float[]> images, boolean decorrelated) {
    int pixels = shape.height() * shape.width();
    PlaneFourier fourier = new PlaneFourier(shape.height(), shape.width());
    int coefficients = fourier.coefficients();
    double[] sums = new double[shape.channels() * coefficients];
    double[] re = new double[coefficients];
    double[] im = new double[coefficients];
    float[] planes = new float[shape.size()];
    boolean hasColours = decorrelated && shape.channels() == ColourMap.CHANNELS;
    ImageMap colours = hasColours ? new ColourMap(pixels) : new IdentityMap(shape.size());
    int count = 0;
    for (float[] image : images) {
      colours.invert(image, planes);
      for (int i = 0; i < sums.length; i++) {
        if (i % coefficients == 0) {
          fourier.forward(planes, i / coefficients * pixels, re, im);
        }
        sums[i] += Math.hypot(re[i % coefficients], im[i % coefficients]);
      }
      count++;
    }
    if (count == 0) {
      throw new InvalidInputException("a spectrum cannot be measured without an image");
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= count;
    }
    return new MeasuredSpectrum(shape, sums, count);
  }

  @Override
  public double[] magnitudes(ImageShape wanted) {
    if (!wanted.equals(shape)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the spectrum was measured on images of %s, not %s: measure it on images of that shape",
              shape,
              wanted));
    }
    return magnitudes.clone();
  }

  @Override
  public String describe() {
    return "mean of " + images + " images";
  }
}
