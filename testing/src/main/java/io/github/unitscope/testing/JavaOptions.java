package io.github.unitscope.testing;

import java.util.List;

/** Options of virtual machines that tests start. */
public final class JavaOptions {
  /**
   * Allows what ND4J does, natively and through Unsafe, which JDK 24 and later warn of otherwise,
   * as the launcher does; a version that does not know an option ignores it.
   */
  public static final List<String> QUIET =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private JavaOptions() {}
}
