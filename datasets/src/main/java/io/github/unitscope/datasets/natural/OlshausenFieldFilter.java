package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.message.InvalidInputException;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Multiplies the spectrum of a picture by R(f) = f · exp(−(f / f₀)⁴) (Olshausen and Field 1996),
 * with f the frequency in cycles a pixel in any direction: it undoes the 1/f fall of natural
 * amplitudes and cuts off the corners of the spectrum.
 *
 * <p>The picture is mirrored at its right and lower border up to the next powers of two, so that
 * borders do not become edges where the transform wraps around.
 *
 * @param cutoff f₀, in cycles a pixel
 */
public record OlshausenFieldFilter(double cutoff) {
  private static final FastFourierTransformer FOURIER =
      new FastFourierTransformer(DftNormalization.STANDARD);

  /**
   * @throws InvalidInputException if the cutoff is not a positive number
   */
  public OlshausenFieldFilter {
    if (!(cutoff > 0) || Double.isInfinite(cutoff)) {
      throw new InvalidInputException("the cutoff must be a positive frequency, not " + cutoff);
    }
  }

  /** R(f), with f in cycles a pixel. */
  public double response(double frequency) {
    return frequency * Math.exp(-Math.pow(frequency / cutoff, 4));
  }

  /** The filtered picture. */
  public Picture apply(Picture picture) {
    float[][] planes = new float[picture.channels()][];
    for (int channel = 0; channel < planes.length; channel++) {
      planes[channel] = apply(picture.planes()[channel], picture.height(), picture.width());
    }
    return new Picture(picture.height(), picture.width(), planes);
  }

  private float[] apply(float[] plane, int height, int width) {
    int rows = powerOfTwo(height);
    int columns = powerOfTwo(width);
    Complex[][] spectrum = new Complex[rows][columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int pixel = mirrored(y, height) * width + mirrored(x, width);
        spectrum[y][x] = new Complex(plane[pixel]);
      }
    }
    transform(spectrum, TransformType.FORWARD);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        double f = Math.hypot(frequency(y, rows), frequency(x, columns));
        spectrum[y][x] = spectrum[y][x].multiply(response(f));
      }
    }
    transform(spectrum, TransformType.INVERSE);
    float[] filtered = new float[plane.length];
    for (int pixel = 0; pixel < filtered.length; pixel++) {
      filtered[pixel] = (float) spectrum[pixel / width][pixel % width].getReal();
    }
    return filtered;
  }

  private static int powerOfTwo(int size) {
    return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
  }

  /** 0 1 2 3 3 2 1 0 0 1 …, for four pixels. */
  private static int mirrored(int position, int size) {
    int phase = position % (2 * size);
    return phase < size ? phase : 2 * size - 1 - phase;
  }

  /** Of a coefficient, in cycles a pixel, from −½ to ½. */
  private static double frequency(int index, int size) {
    return (index <= size / 2 ? index : index - size) / (double) size;
  }

  private static void transform(Complex[][] values, TransformType type) {
    for (int y = 0; y < values.length; y++) {
      values[y] = FOURIER.transform(values[y], type);
    }
    Complex[] column = new Complex[values.length];
    for (int x = 0; x < values[0].length; x++) {
      for (int y = 0; y < column.length; y++) {
        column[y] = values[y][x];
      }
      Complex[] transformed = FOURIER.transform(column, type);
      for (int y = 0; y < column.length; y++) {
        values[y][x] = transformed[y];
      }
    }
  }
}
