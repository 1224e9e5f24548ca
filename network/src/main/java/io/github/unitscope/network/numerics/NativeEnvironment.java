package io.github.unitscope.network.numerics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Environment variables for native libraries. They read them once, when they are loaded, and Java
 * can set none for its own process: this gives {@code environ}, the list in which C's {@code
 * getenv} looks, more of them for a while. What Java, and processes that it starts, see of the
 * environment stays as it is.
 */
final class NativeEnvironment {
  /** The list's variable in POSIX, a {@code char **}. */
  private static final String LIST = "environ";

  /** The memory of the variables, for ever: a library may have kept a pointer to one. */
  private static final List<Pointer> KEPT = new ArrayList<>();

  private NativeEnvironment() {}

  /**
   * Loads libraries with some variables, each before any of the same name; without them where the
   * system offers no way.
   */
  static synchronized void during(Map<String, String> variables, Runnable loading) {
    // Java copies the environment when it is first asked: before there is more in it.
    System.getenv();
    Pointer address = Loader.addressof(LIST);
    if (address == null) {
      loading.run();
      return;
    }
    PointerPointer<Pointer> environ = new PointerPointer<>(address);
    Pointer old = environ.get(0);
    PointerPointer<Pointer> longer = list(variables, old);
    environ.put(0, longer);
    try {
      loading.run();
    } finally {
      // Unless a library has made a list of its own meanwhile.
      if (longer.address() == environ.get(0).address()) {
        environ.put(0, old);
      }
    }
  }

  private static PointerPointer<Pointer> list(Map<String, String> variables, Pointer old) {
    List<Pointer> entries = new ArrayList<>();
    variables.forEach(
        (name, value) -> entries.add(new BytePointer(name + "=" + value, StandardCharsets.UTF_8)));
    PointerPointer<Pointer> before = new PointerPointer<>(old);
    for (int i = 0; old != null && before.get(i) != null; i++) {
      entries.add(before.get(i));
    }
    PointerPointer<Pointer> list = new PointerPointer<>(entries.size() + 1L);
    for (int i = 0; i < entries.size(); i++) {
      list.put(i, entries.get(i));
    }
    list.put(entries.size(), (Pointer) null);
    KEPT.addAll(entries);
    KEPT.add(list);
    return list;
  }
}
