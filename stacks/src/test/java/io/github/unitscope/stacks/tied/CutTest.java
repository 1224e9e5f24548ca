package io.github.unitscope.stacks.tied;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
  @ParameterizedTest
  @CsvSource({
    "500, 784, 20",
    "784, 500, 20",
    "1000, 1000, 10",
    "500, 784, 1",
    "500, 3072, 40",
    "7, 5, 3",
    "33, 200, 63"
  })
  void productsOfSmallBatchesAreNotCopiedByBlas(int units, int inner, int rows) {
    Cut cut = Cut.of(units, inner, rows);
    long multiplications = (long) cut.units() * cut.rows() * inner;
    assertTrue(multiplications <= Cut.UNPACKED, cut.toString());
    int part = Cut.visiblePart(inner, cut.units(), rows);
    assertTrue((long) part * cut.units() * 2 * rows <= Cut.UNPACKED, "parts of " + part);
  }

  @ParameterizedTest
  @CsvSource({"500, 784, 100", "784, 500, 100", "100000, 3, 100000", "3, 100000, 5", "1, 1, 1"})
  void blocksAndPiecesCoverEverything(int units, int inner, int rows) {
    Cut cut = Cut.of(units, inner, rows);
    assertTrue(cut.units() >= 1 && cut.units() <= units, cut.toString());
    assertTrue(cut.rows() >= 1 && cut.rows() <= rows, cut.toString());
    RowPieces pieces = new RowPieces(rows, cut.rows());
    int last = pieces.pieces() - 1;
    assertEquals(rows, pieces.first(last) + pieces.count(last));
    assertTrue(pieces.count(last) >= 1);
  }
}
