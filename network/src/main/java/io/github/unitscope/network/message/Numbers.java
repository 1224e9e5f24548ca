package io.github.unitscope.network.message;

import java.util.Locale;

/** Numbers as people read them; always with a point. */
public final class Numbers {
  private Numbers() {}

  /** Three significant digits. */
  public static String brief(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /** Seconds to the nearest thousandth, for tables. */
  public static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A share in [0, 1], for example {@code 1.25 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** Two digits behind the point; an infinite value is said to be unbounded. */
  public static String fixed(double value) {
    return Double.isInfinite(value) ? "unbounded" : String.format(Locale.ROOT, "%.2f", value);
  }
}
