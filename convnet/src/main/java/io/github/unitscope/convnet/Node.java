package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Operation;
import java.util.List;
import java.util.Objects;

/**
 * A layer of a convolutional network: an operation, then a non-linearity. What comes out of the
 * operation is the layer's pre-activation, what comes out of the non-linearity its activation.
 *
 * @param name as people write it
 * @param inputs what goes in: 0 is the image, i the node number i from 1; all below this node
 * @param operation on the inputs
 * @param nonlinearity of one input; null for none
 */
public record Node(String name, List<Integer> inputs, Operation operation, Operation nonlinearity) {

  /**
   * @throws NullPointerException if there is no name or operation
   */
  public Node {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(operation, "operation");
    inputs = List.copyOf(inputs);
  }

  /** A node without a non-linearity. */
  public static Node linear(String name, List<Integer> inputs, Operation operation) {
    return new Node(name, inputs, operation, null);
  }

  boolean hasKinks() {
    return operation.hasKinks() || nonlinearity != null && nonlinearity.hasKinks();
  }

  boolean rectifies() {
    return operation.rectifies() || nonlinearity != null && nonlinearity.rectifies();
  }
}
