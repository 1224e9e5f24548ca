package io.github.unitscope.visualize.picture;

import java.util.Arrays;
import java.util.List;

/**
 * How values become shades.
 *
 * @param kind where grey lies
 * @param perTile whether every tile has a limit of its own, printed with its label
 * @param quantile of the absolute values that the limit is, in (0, 1]; what lies beyond is clipped
 * @param low the value that is black, for {@link Kind#BETWEEN}
 * @param high the value that is white, for {@link Kind#BETWEEN}
 */
public record Scale(Kind kind, boolean perTile, double quantile, double low, double high) {
  /** One limit for the panel, at 99.5 % of the absolute values. */
  public static final Scale SHARED = new Scale(Kind.SYMMETRIC, false, 0.995);

  /** A limit for every tile, at its greatest absolute value. */
  public static final Scale PER_TILE = new Scale(Kind.SYMMETRIC, true, 1);

  /** Black is 0, white one limit for the panel, its greatest value; for what is not negative. */
  public static final Scale FROM_ZERO = new Scale(Kind.FROM_ZERO, false, 1);

  /** Black is 0 and white is 1, for means of pixels. */
  public static final Scale UNIT_INTERVAL = new Scale(Kind.UNIT_INTERVAL, false, 1);

  /** Values are brightnesses or colours as they are, from 0 to 1, and there is no bar. */
  public static final Scale PICTURE = new Scale(Kind.PICTURE, false, 1);

  /** A scale without values of its own. */
  public Scale(Kind kind, boolean perTile, double quantile) {
    this(kind, perTile, quantile, 0, 1);
  }

  /** Black is one value and white another; where they are equal, all is black. */
  public static Scale between(double low, double high) {
    return new Scale(Kind.BETWEEN, false, 1, low, high > low ? high : Math.nextUp((float) low));
  }

  /** Where grey lies. */
  public enum Kind {
    /** Grey is 0, black and white are the negative and the positive limit. */
    SYMMETRIC,
    /** Black is 0 and white is 1. */
    UNIT_INTERVAL,
    /** Black is 0 and white is the limit. */
    FROM_ZERO,
    /** Black and white are two given values. */
    BETWEEN,
    /** Black is 0 and white is 1, which need not be said. */
    PICTURE
  }

  /**
   * @throws IllegalArgumentException if the quantile is not in (0, 1] or black is not below white
   */
  public Scale {
    if (!(quantile > 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile " + quantile);
    }
    if (!(low < high)) {
      throw new IllegalArgumentException("black at " + low + ", white at " + high);
    }
  }

  /** The value that is shown white for these tiles. */
  double limit(List<Tile> tiles) {
    if (kind == Kind.UNIT_INTERVAL || kind == Kind.PICTURE) {
      return 1;
    }
    if (kind == Kind.BETWEEN) {
      return high;
    }
    int count = tiles.stream().mapToInt(tile -> tile.values().length).sum();
    float[] absolute = new float[count];
    int n = 0;
    for (Tile tile : tiles) {
      for (float value : tile.values()) {
        if (Float.isFinite(value)) {
          absolute[n++] = Math.abs(value);
        }
      }
    }
    if (n == 0) {
      return 1;
    }
    Arrays.sort(absolute, 0, n);
    float limit = absolute[Math.min(n - 1, (int) Math.ceil(quantile * n) - 1)];
    // Where almost all is zero, the quantile may be zero while something is not.
    float shown = limit > 0 ? limit : absolute[n - 1];
    return shown > 0 ? shown : 1;
  }

  /** The share of finite values that lie beyond what the scale shows. */
  double clippedShare(List<Tile> tiles, double limit) {
    double lowest = kind == Kind.SYMMETRIC ? -limit : low;
    long count = 0;
    long clipped = 0;
    for (Tile tile : tiles) {
      for (float value : tile.values()) {
        if (Float.isFinite(value)) {
          count++;
          clipped += value < lowest || value > limit ? 1 : 0;
        }
      }
    }
    return count == 0 ? 0 : (double) clipped / count;
  }

  /**
   * The shade of a value, 0 to 255. Symmetric: 0 is exactly 128, the limits are 1 and 255; else
   * what is black is 0.
   *
   * @param value finite
   */
  int shade(double value, double limit) {
    if (kind != Kind.SYMMETRIC) {
      double white = kind == Kind.FROM_ZERO ? limit : high;
      return (int) Math.round(255 * Math.max(0, Math.min(1, (value - low) / (white - low))));
    }
    return 128 + (int) Math.round(127 * Math.max(-1, Math.min(1, value / limit)));
  }
}
