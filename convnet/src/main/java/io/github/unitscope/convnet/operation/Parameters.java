package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.storage.NpyArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights in the order in which they are written, which {@link Map#of} does not keep. */
final class Parameters {
  private Parameters() {}

  static Map<String, NpyArray> of(
      String first, NpyArray firstArray, String second, NpyArray secondArray) {
    Map<String, NpyArray> parameters = new LinkedHashMap<>();
    parameters.put(first, firstArray);
    parameters.put(second, secondArray);
    return Collections.unmodifiableMap(parameters);
  }
}
