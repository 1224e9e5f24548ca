package io.github.unitscope.visualize.picture;

import java.awt.image.IndexColorModel;

/**
 * The 256 colours of an animation: {@value #SIGNED} from red (negative) through white (zero) to
 * blue (positive), greys from black to white, and magenta for what is not a finite number.
 */
final class SignedPalette {
  /** Odd, so that zero has a colour of its own: white. */
  static final int SIGNED = 191;

  private static final int ZERO = SIGNED / 2;
  private static final int GREYS = 64;
  private static final int NOT_FINITE = SIGNED + GREYS;

  /** The ends of ColorBrewer's RdBu. */
  private static final int[] NEGATIVE = {178, 24, 43};

  private static final int[] POSITIVE = {33, 102, 172};

  /** Of every animation. */
  static final IndexColorModel COLORS = colors();

  private SignedPalette() {}

  private static IndexColorModel colors() {
    byte[][] channels = new byte[3][256];
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < SIGNED; i++) {
        int end = i < ZERO ? NEGATIVE[channel] : POSITIVE[channel];
        double strength = Math.abs(i - ZERO) / (double) ZERO;
        channels[channel][i] = (byte) Math.round(255 + strength * (end - 255));
      }
      for (int i = 0; i < GREYS; i++) {
        channels[channel][SIGNED + i] = (byte) Math.round(255.0 * i / (GREYS - 1));
      }
      channels[channel][NOT_FINITE] = (byte) (channel == 1 ? 0 : 255);
    }
    return new IndexColorModel(8, 256, channels[0], channels[1], channels[2]);
  }

  /**
   * The colour of a value on a scale that is symmetric about zero, which is white.
   *
   * @param limit positive; what lies beyond it has the colour of the limit
   */
  static int signed(double value, double limit) {
    if (!Double.isFinite(value)) {
      return NOT_FINITE;
    }
    // Not round, which takes halves upwards on both sides of zero.
    return ZERO + (int) Math.rint(ZERO * Math.max(-1, Math.min(1, value / limit)));
  }

  /** The grey of a value: 0 is black, 1 is white. */
  static int grey(double value) {
    if (!Double.isFinite(value)) {
      return NOT_FINITE;
    }
    return SIGNED + (int) Math.round((GREYS - 1) * Math.max(0, Math.min(1, value)));
  }
}
