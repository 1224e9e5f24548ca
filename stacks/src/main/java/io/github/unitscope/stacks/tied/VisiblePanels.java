package io.github.unitscope.stacks.tied;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import java.util.List;

/** A block of visible units with the parts of all matrices that are its own. */
final class VisiblePanels {
  private final RowPieces pieces;
  private final Panel weights;
  private final List<List<Panel>> values;
  private final List<Panel> products;
  final UnitBlock block;

  /**
   * @param weights [visible, hidden]
   * @param visibleValues [visible, 2 · rows]
   */
  VisiblePanels(UnitBlock block, RowPieces pieces, Panel weights, Panel visibleValues) {
    this.block = block;
    this.pieces = pieces;
    this.weights = weights.rows(block.firstUnit(), block.units());
    this.values = pieces.halvesOf(visibleValues.rows(block.firstUnit(), block.units()));
    this.products = pieces.of(Panel.of(Matrix.zeros(block.units(), pieces.rows())));
  }

  /** Makes the pre-activations of the block's units, [units, rows of the piece]. */
  Panel multiply(Panel states, int piece) {
    Panel product = products.get(piece);
    Panel.multiply(weights, states, product);
    return product;
  }

  /** The same, put into the block. */
  void down(Panel states, int piece) {
    block.take(pieces, piece, multiply(states, piece));
  }

  Panel values(Half half) {
    return values.get(half.ordinal()).get(block.piece());
  }
}
