package io.github.unitscope.convnet.storage;

import io.github.unitscope.convnet.Node;
import java.util.List;

/**
 * A layer as {@code model.json} describes it.
 *
 * @param name as people write it
 * @param inputs what goes in: 0 is the image, i the layer number i
 * @param operation on the inputs
 * @param nonlinearity null for none
 */
public record StoredNode(
    String name, List<Integer> inputs, StoredOperation operation, StoredOperation nonlinearity) {

  static StoredNode of(Node node) {
    return new StoredNode(
        node.name(),
        node.inputs(),
        OperationKinds.stored(node.operation()),
        node.nonlinearity() == null ? null : OperationKinds.stored(node.nonlinearity()));
  }

  Node restore(LayerArrays weights) {
    return new Node(
        name,
        inputs,
        operation.restore(weights),
        nonlinearity == null ? null : nonlinearity.restore(weights));
  }
}
