package io.github.unitscope.visualize.picture;

import java.util.Arrays;
import java.util.List;

/**
 * How values become shades.
 *
 * @param kind where grey lies
 * @param perTile whether every tile has a limit of its own, printed with its label
 * @param quantile of the absolute values that the limit is, in (0, 1]; what lies beyond is clipped
 */
public record Scale(Kind kind, boolean perTile, double quantile) {
  /** One limit for the panel, at 99.5 % of the absolute values. */
  public static final Scale SHARED = new Scale(Kind.SYMMETRIC, false, 0.995);

  /** A limit for every tile, at its greatest absolute value. */
  public static final Scale PER_TILE = new Scale(Kind.SYMMETRIC, true, 1);

  /** Black is 0, white one limit for the panel, its greatest value; for what is not negative. */
  public static final Scale FROM_ZERO = new Scale(Kind.FROM_ZERO, false, 1);

  /** Black is 0 and white is 1, for means of pixels. */
  public static final Scale UNIT_INTERVAL = new Scale(Kind.UNIT_INTERVAL, false, 1);

  /** Where grey lies. */
  public enum Kind {
    /** Grey is 0, black and white are the negative and the positive limit. */
    SYMMETRIC,
    /** Black is 0 and white is 1. */
    UNIT_INTERVAL,
    /** Black is 0 and white is the limit. */
    FROM_ZERO
  }

  /**
   * @throws IllegalArgumentException if the quantile is not in (0, 1]
   */
  public Scale {
    if (!(quantile > 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile " + quantile);
    }
  }

  /** The absolute value that is shown black or white for these tiles; never 0. */
  double limit(List<Tile> tiles) {
    if (kind == Kind.UNIT_INTERVAL) {
      return 1;
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
    double lowest = kind == Kind.SYMMETRIC ? -limit : 0;
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
   * The shade of a value, 0 to 255. Symmetric: 0 is exactly 128, the limits are 1 and 255; else 0
   * is 0.
   *
   * @param value finite
   */
  int shade(double value, double limit) {
    if (kind != Kind.SYMMETRIC) {
      double white = kind == Kind.UNIT_INTERVAL ? 1 : limit;
      return (int) Math.round(255 * Math.max(0, Math.min(1, value / white)));
    }
    return 128 + (int) Math.round(127 * Math.max(-1, Math.min(1, value / limit)));
  }
}
