package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.PlaneFourier;

/** Images of scaled Fourier coefficients: linear. */
final class CoefficientMap implements ImageMap {
  /** What lucid divides images by, so that a sigmoid begins where it is steep. */
  private static final double IMAGE_DIVISOR = 4;

  private final ImageShape shape;
  private final int pixels;
  private final int coefficients;
  private final PlaneFourier fourier;
  private final double[] scales;

  /** What a coefficient's derivative has beyond the transform of the image's gradient. */
  private final double[] gradientScales;

  private final double[] re;
  private final double[] im;

  CoefficientMap(ImageShape shape) {
    this.shape = shape;
    pixels = shape.height() * shape.width();
    fourier = new PlaneFourier(shape.height(), shape.width());
    coefficients = fourier.coefficients();
    scales = fourier.frequencies();
    gradientScales = new double[coefficients];
    double lowest = 1.0 / Math.max(shape.height(), shape.width());
    for (int i = 0; i < coefficients; i++) {
      scales[i] = Math.sqrt(pixels) / (Math.max(scales[i], lowest) * IMAGE_DIVISOR);
      gradientScales[i] = scales[i] * fourier.multiplicity(i % fourier.columns()) / pixels;
    }
    re = new double[coefficients];
    im = new double[coefficients];
  }

  @Override
  public int parameters() {
    return 2 * shape.channels() * coefficients;
  }

  @Override
  public void image(float[] parameters, float[] image) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      int from = 2 * channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        re[i] = scales[i] * parameters[from + i];
        im[i] = scales[i] * parameters[from + coefficients + i];
      }
      fourier.inverse(re, im, image, channel * pixels);
    }
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      fourier.forward(imageGradient, channel * pixels, re, im);
      int to = 2 * channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        gradient[to + i] = (float) (gradientScales[i] * re[i]);
        gradient[to + coefficients + i] = (float) (gradientScales[i] * im[i]);
      }
    }
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      fourier.forward(image, channel * pixels, re, im);
      int to = 2 * channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        parameters[to + i] = (float) (re[i] / scales[i]);
        parameters[to + coefficients + i] = (float) (im[i] / scales[i]);
      }
    }
  }
}
