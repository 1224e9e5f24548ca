package io.github.unitscope.visualize.figures;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** Three significant digits, with a point. */
  static String brief(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
