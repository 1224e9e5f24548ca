package io.github.unitscope.stacks.tied;

import io.github.unitscope.network.numerics.Panel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a batch in pieces.
 *
 * @param rows of the batch
 * @param size rows of a piece, the last perhaps smaller
 */
record RowPieces(int rows, int size) {

  int pieces() {
    return Cut.parts(rows, size);
  }

  int first(int piece) {
    return piece * size;
  }

  int count(int piece) {
    return Math.min(size, rows - first(piece));
  }

  /** The columns of every piece in a panel that has a column for every row of the batch. */
  List<Panel> of(Panel batch) {
    return IntStream.range(0, pieces())
        .mapToObj(piece -> batch.columns(first(piece), count(piece)))
        .toList();
  }

  /** The same for a panel that has two batches one after the other. */
  List<List<Panel>> halvesOf(Panel batches) {
    return List.of(of(batches.columns(0, rows)), of(batches.columns(rows, rows)));
  }
}
