package io.github.unitscope.stacks.tied;

/**
 * How a product [units, rows] with sums over {@code inner} terms is cut: into blocks of units,
 * which threads take one after the other, and these into pieces of rows. The cut depends on the
 * sizes only, never on the number of threads.
 *
 * <p>OpenBLAS multiplies matrices of up to 10⁶ multiplications where they are; larger ones it
 * copies ("packs") first, which for small batches costs more than the product: on a processor with
 * AVX-512, 784×500 weights times 20 rows ran at 60 GFlop/s uncut and at 190 in blocks of 32 units.
 *
 * @param units of a block
 * @param rows of a piece
 */
record Cut(int units, int rows) {
  /** Up to how many multiplications OpenBLAS does not copy. */
  static final int UNPACKED = 1_000_000;

  /** A vector of AVX-512; a block of another size wastes a part of one. */
  private static final int LANES = 16;

  private static final int SMALLEST_UNPACKED = 32;
  private static final int LARGEST_UNPACKED = 96;
  private static final int SMALLEST_PACKED = 112;
  private static final int LARGEST_PACKED = 208;

  /** From this many rows on, copying the weights pays. */
  private static final int PACKED_ROWS = 64;

  /** Fewer rows in a piece leave the vectors empty. */
  private static final int SMALLEST_PIECE = 8;

  /** What a block costs apart from its units, in units. */
  private static final int BLOCK_COST = 6;

  /** The values of a piece of this many rows and a block still fit the second-level cache. */
  private static final int LARGEST_PIECE = 128;

  static Cut of(int units, int inner, int rows) {
    int unpackedRows = UNPACKED / (SMALLEST_UNPACKED * inner);
    if (rows >= PACKED_ROWS || unpackedRows < Math.min(rows, SMALLEST_PIECE)) {
      return new Cut(even(units, SMALLEST_PACKED, LARGEST_PACKED), piece(rows, LARGEST_PIECE));
    }
    int piece = piece(rows, unpackedRows);
    int most = UNPACKED / (piece * inner) / LANES * LANES;
    return new Cut(even(units, SMALLEST_UNPACKED, Math.min(most, LARGEST_UNPACKED)), piece);
  }

  /** How many visible units a part of the gradient of a block of hidden units should have. */
  static int visiblePart(int visible, int blockUnits, int rows) {
    int inner = 2 * rows;
    int most = (int) Math.min(visible, UNPACKED / ((long) blockUnits * inner) / LANES * LANES);
    if (rows >= PACKED_ROWS || most < SMALLEST_UNPACKED) {
      return visible;
    }
    int even = parts(visible, parts(visible, most));
    return Math.min(most, parts(even, LANES) * LANES);
  }

  /** Pieces of about the same size. */
  private static int piece(int rows, int most) {
    int count = parts(rows, most);
    return parts(rows, count);
  }

  /** The size that keeps two threads busy for the shortest time; larger ones where equal. */
  private static int even(int units, int least, int most) {
    int best = most;
    for (int size = most; size >= least; size -= LANES) {
      if (time(units, size) < time(units, best)) {
        best = size;
      }
    }
    return Math.min(best, units);
  }

  private static int time(int units, int size) {
    return parts(parts(units, size), 2) * (size + BLOCK_COST);
  }

  /** How many parts of a size there are, the last perhaps smaller. */
  static int parts(int total, int size) {
    return (total + size - 1) / size;
  }
}
