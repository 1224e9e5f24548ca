package io.github.unitscope.stacks.tied;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import java.util.ArrayList;
import java.util.List;

/** A block of hidden units with the parts of all matrices that are its own. */
final class HiddenPanels {
  private final RowPieces pieces;
  private final Panel weights;

  /** Null where there is none. */
  private final Panel velocity;

  /** [units, 2 · rows]. */
  private final Panel values;

  private final List<List<Panel>> valuesOfPieces;
  private final List<Panel> states;
  private final List<Panel> products;
  private final List<Part> parts = new ArrayList<>();
  final UnitBlock block;

  /** Some visible units, so few that OpenBLAS copies nothing. */
  private record Part(Panel visibleValues, Panel moved) {}

  /**
   * @param weights [visible, hidden]
   * @param velocity the same, or null
   * @param visibleValues [visible, 2 · rows]
   * @param states [hidden, rows]
   */
  HiddenPanels(
      UnitBlock block,
      RowPieces pieces,
      Panel weights,
      Panel velocity,
      Panel visibleValues,
      Panel states) {
    this.block = block;
    this.pieces = pieces;
    this.weights = weights.columns(block.firstUnit(), block.units());
    this.velocity = velocity == null ? null : velocity.columns(block.firstUnit(), block.units());
    this.values = Panel.of(Matrix.zeros(block.units(), 2 * pieces.rows()));
    this.valuesOfPieces = pieces.halvesOf(values);
    this.states = pieces.of(states.rows(block.firstUnit(), block.units()));
    this.products = pieces.of(Panel.of(Matrix.zeros(block.units(), pieces.rows())));
    cutVisible(visibleValues);
  }

  private void cutVisible(Panel visibleValues) {
    Panel moved = velocity == null ? weights : velocity;
    int size = Cut.visiblePart(visibleValues.rows(), block.units(), pieces.rows());
    for (int first = 0; first < visibleValues.rows(); first += size) {
      int count = Math.min(size, visibleValues.rows() - first);
      parts.add(new Part(visibleValues.rows(first, count), moved.rows(first, count)));
    }
  }

  /** Makes the pre-activations of the block's units, [units, rows of the piece]. */
  Panel multiply(Panel visibleRows, int piece) {
    Panel product = products.get(piece);
    Panel.transposedMultiply(weights, visibleRows, product);
    return product;
  }

  /** The same, put into the block. */
  void up(Panel visibleRows, int piece) {
    block.take(pieces, piece, multiply(visibleRows, piece));
  }

  Panel values() {
    return values;
  }

  Panel values(Half half) {
    return valuesOfPieces.get(half.ordinal()).get(block.piece());
  }

  Panel states() {
    return states.get(block.piece());
  }

  /**
   * velocity = momentum · velocity − decay · weights + rate · Σ; weights += velocity, where Σ is
   * the product of both halves of the visible with those of the hidden values.
   */
  void move(float rate, float momentum, float decay) {
    if (velocity == null) {
      addGradient(rate, 1);
      return;
    }
    addGradient(rate, momentum);
    if (decay != 0) {
      Panel.add(-decay, weights, velocity);
    }
    Panel.add(1, velocity, weights);
  }

  private void addGradient(float rate, float keep) {
    for (Part part : parts) {
      Panel.addProductTransposed(rate, part.visibleValues, values, keep, part.moved);
    }
  }
}
