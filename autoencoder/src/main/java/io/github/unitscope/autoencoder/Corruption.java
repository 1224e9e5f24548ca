package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Gaussian;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * The corruption of the inputs that an autoencoder is to undo.
 *
 * @param noise its kind
 * @param level for masking and salt-and-pepper noise the probability that a value is replaced, in
 *     [0, 1]; for Gaussian noise its standard deviation; 0 for none
 * @param low what pepper is
 * @param high what salt is
 */
public record Corruption(Noise noise, double level, double low, double high) {
  /** What salt is for pixels that are real numbers of about unit variance; pepper is minus that. */
  public static final double REAL_VALUED_SALT = 2;

  /** Leaves inputs as they are. */
  public static final Corruption NONE = new Corruption(Noise.NONE, 0, 0, 1);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public Corruption {
    double most = noise == Noise.GAUSSIAN ? Double.MAX_VALUE : 1;
    if (!(level >= 0 && level <= most)) {
      throw new InvalidInputException(
          noise == Noise.GAUSSIAN
              ? "the standard deviation of the noise must not be negative, not " + level
              : "the noise level must be in [0, 1], not " + level);
    }
    if (!(low < high)) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "pepper must be less than salt, not %s and %s", low, high));
    }
  }

  /** Masking or salt-and-pepper noise on values in [0, 1], or Gaussian noise. */
  public static Corruption of(Noise noise, double level) {
    return new Corruption(noise, level, 0, 1);
  }

  /** The same with another level. */
  public Corruption withLevel(double other) {
    return new Corruption(noise, other, low, high);
  }

  /**
   * Corrupts rows. The noise of a value is number {@code column} of its row's own stream.
   *
   * @param clean [rows, inputs]
   * @param seeds [rows], a seed for every row
   * @param out [rows, inputs], overwritten
   */
  public void apply(Matrix clean, long[] seeds, Matrix out) {
    float[] row = new float[clean.columns()];
    for (int i = 0; i < clean.rows(); i++) {
      clean.readRow(i, row);
      apply(row, seeds[i], row);
      out.writeRow(i, row);
    }
  }

  /**
   * Corrupts a row, with the same numbers as the other method.
   *
   * @param clean [inputs]
   * @param seed of the row
   * @param out [inputs], overwritten; may be {@code clean} itself
   */
  public void apply(float[] clean, long seed, float[] out) {
    System.arraycopy(clean, 0, out, 0, clean.length);
    switch (noise) {
      case NONE -> {}
      case GAUSSIAN -> Gaussian.add(level, seed, 0, out, 0, out.length);
      case MASKING -> replace(out, seed, 0, 0);
      case SALT_AND_PEPPER -> replace(out, seed, (float) low, (float) high);
    }
  }

  /**
   * Half of the replaced values become the first and half the second. By masks made of the signs of
   * differences, since nobody predicts a branch on a random number; the numbers are whole, which is
   * exact ({@link SplitMix64#whole}).
   */
  private void replace(float[] values, long seed, float first, float second) {
    float share = (float) level * 0x1p24f;
    float half = 0.5f * share;
    int firstBits = Float.floatToRawIntBits(first);
    int secondBits = Float.floatToRawIntBits(second);
    for (int i = 0; i < values.length; i++) {
      int u = SplitMix64.whole(SplitMix64.at(seed, i));
      int isReplaced = Float.floatToRawIntBits(u - share) >> 31;
      int isFirst = Float.floatToRawIntBits(u - half) >> 31;
      int replacement = isFirst & firstBits | ~isFirst & secondBits;
      int kept = Float.floatToRawIntBits(values[i]);
      values[i] = Float.intBitsToFloat(isReplaced & replacement | ~isReplaced & kept);
    }
  }

  /** For people, for example {@code salt and pepper 0.25}. */
  public String describe() {
    String name = noise.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return noise == Noise.NONE ? "no noise" : name + " " + level;
  }
}
