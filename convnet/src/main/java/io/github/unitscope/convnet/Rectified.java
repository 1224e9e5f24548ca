package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Rectifier;
import java.util.Set;

/** Which nodes rectify. */
final class Rectified {
  private Rectified() {}

  static boolean anyOf(ConvNetwork network, Set<Integer> numbers) {
    return numbers.stream()
        .map(number -> network.nodes().get(number - 1))
        .anyMatch(
            node ->
                node.nonlinearity() instanceof Rectifier || node.operation() instanceof Rectifier);
  }
}
