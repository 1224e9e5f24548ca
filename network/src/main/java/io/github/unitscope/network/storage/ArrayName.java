package io.github.unitscope.network.storage;

import java.util.regex.Pattern;

/** The names that arrays may have in an archive. */
final class ArrayName {
  static final String SUFFIX = ".npy";

  /** No separators, so that unpacking an archive cannot leave its folder; no control characters. */
  private static final Pattern ALLOWED = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");

  private ArrayName() {}

  static boolean isAllowed(String name) {
    return ALLOWED.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }
}
