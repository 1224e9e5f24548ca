package io.github.unitscope.network.registry;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an extension point knows by name. Names are lower case and are listed in alphabetical order.
 * Safe for use by several threads.
 *
 * @param <T> what a name stands for
 */
public final class Registry<T> {
  private final String noun;
  private final Map<String, T> known = new TreeMap<>();

  /**
   * @param noun what the names are of, for messages: {@code regularizer}
   */
  public Registry(String noun) {
    this.noun = noun;
  }

  /**
   * Adds a name.
   *
   * @return this
   * @throws IllegalArgumentException if it is taken, or holds other than lower-case letters, digits
   *     and hyphens
   */
  public synchronized Registry<T> register(String name, T value) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the name of a %s must be lower-case letters, digits and hyphens, not '%s'",
              noun,
              name));
    }
    if (known.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the %s '%s' is already registered", noun, name));
    }
    return this;
  }

  /** All names. */
  public synchronized List<String> names() {
    return List.copyOf(known.keySet());
  }

  /** Whether a name is known. */
  public synchronized boolean has(String name) {
    return known.containsKey(name);
  }

  /**
   * What a name stands for.
   *
   * @throws InvalidInputException if it is unknown
   */
  public synchronized T named(String name) {
    T value = known.get(name);
    if (value == null) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "unknown %s '%s'; expected one of %s",
              noun,
              name,
              String.join(", ", known.keySet())));
    }
    return value;
  }
}
