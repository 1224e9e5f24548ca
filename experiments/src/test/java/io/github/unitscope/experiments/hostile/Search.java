package io.github.unitscope.experiments.hostile;

import java.security.SecureRandom;

/**
 * How far a search goes, and where: {@code -Dunitscope.tries} and {@code -Dunitscope.seed}, the
 * latter a number or {@code random}.
 */
final class Search {
  /** Moves every choice of a place elsewhere, since the seeds of the properties are fixed. */
  private static final int SALT = salt(System.getProperty("unitscope.seed", ""));

  private final int share;
  private int tries;

  /**
   * @param share of the tries that are made is 1 in this
   */
  Search(int share) {
    this.share = share;
  }

  /** Counts a try; false where it is not to be made. */
  boolean goesOn() {
    return tries++ % share == 0;
  }

  private static int salt(String property) {
    if (property.isBlank()) {
      return 0;
    }
    int salt =
        property.equals("random") ? new SecureRandom().nextInt() : Integer.parseInt(property);
    System.out.println("[hostile] -Dunitscope.seed=" + salt);
    return salt;
  }

  /** The seed of a try; another search has none in common with this one. */
  static long seed(int at) {
    return (long) SALT << 32 | at;
  }

  /** A place below {@code count}, which is positive. */
  static int place(int at, int count) {
    int mixed = SALT == 0 ? at : (at ^ SALT) * 0x9E3779B1;
    return Math.floorMod(mixed, count);
  }
}
