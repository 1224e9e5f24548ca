package io.github.unitscope.experiments.command;

import java.util.Locale;

/** An enum's constant as options take it, and as tables and arrays name it. */
public final class EnumWord {
  private EnumWord() {}

  /** For example {@code salt_and_pepper}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
