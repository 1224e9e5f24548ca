package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.PlaneFourier;
import java.util.Locale;

/**
 * Images of standard deviation 1 from phases of Fourier coefficients whose magnitudes are fixed.
 *
 * <p>Since magnitudes are fixed, so are mean and standard deviation (Parseval): standardizing the
 * image is scaling the magnitudes once.
 */
final class PhaseMap implements ImageMap {
  private final ImageShape shape;
  private final int pixels;
  private final int columns;
  private final int coefficients;
  private final PlaneFourier fourier;
  private final double[] magnitudes;
  private final double[] re;
  private final double[] im;

  PhaseMap(ImageShape shape, double[] spectrum) {
    this.shape = shape;
    pixels = shape.height() * shape.width();
    fourier = new PlaneFourier(shape.height(), shape.width());
    columns = fourier.columns();
    coefficients = fourier.coefficients();
    re = new double[coefficients];
    im = new double[coefficients];
    magnitudes = standardized(spectrum);
  }

  private double[] standardized(double[] spectrum) {
    double power = 0;
    for (int i = 0; i < spectrum.length; i++) {
      if (i % coefficients != 0) {
        power += fourier.multiplicity(i % columns) * spectrum[i] * spectrum[i];
      }
    }
    if (!(power > 0)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "images of %s have no phases to move: use pixels instead", shape));
    }
    double scale = pixels * Math.sqrt(shape.channels() / power);
    double[] scaled = new double[spectrum.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = i % coefficients == 0 ? 0 : scale * spectrum[i];
    }
    return scaled;
  }

  @Override
  public int parameters() {
    return shape.channels() * coefficients;
  }

  /** Whether a coefficient's phase is its own; else it mirrors another's or is 0. */
  private boolean isFree(int coefficient) {
    int u = coefficient / columns;
    return fourier.multiplicity(coefficient % columns) == 2 || (u > 0 && 2 * u < shape.height());
  }

  /** The coefficient whose complex conjugate this is, in a column that is its own mirror image. */
  private int mirrored(int coefficient) {
    int u = (shape.height() - coefficient / columns) % shape.height();
    return u * columns + coefficient % columns;
  }

  private double phase(float[] parameters, int first, int coefficient) {
    if (isFree(coefficient)) {
      return parameters[first + coefficient];
    }
    int other = mirrored(coefficient);
    return isFree(other) ? -parameters[first + other] : 0;
  }

  @Override
  public void image(float[] parameters, float[] image) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      int first = channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        double phase = phase(parameters, first, i);
        re[i] = magnitudes[first + i] * Math.cos(phase);
        im[i] = magnitudes[first + i] * Math.sin(phase);
      }
      fourier.inverse(re, im, image, channel * pixels);
    }
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      fourier.forward(imageGradient, channel * pixels, re, im);
      int first = channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        double phase = parameters[first + i];
        double turned = im[i] * Math.cos(phase) - re[i] * Math.sin(phase);
        // Twice, since the conjugate of a coefficient turns with it.
        double each = isFree(i) ? 2 * magnitudes[first + i] / pixels : 0;
        gradient[first + i] = (float) (each * turned);
      }
    }
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    for (int channel = 0; channel < shape.channels(); channel++) {
      fourier.forward(image, channel * pixels, re, im);
      int first = channel * coefficients;
      for (int i = 0; i < coefficients; i++) {
        parameters[first + i] = isFree(i) ? (float) Math.atan2(im[i], re[i]) : 0;
      }
    }
  }
}
