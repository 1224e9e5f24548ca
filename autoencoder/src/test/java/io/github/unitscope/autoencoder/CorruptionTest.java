package io.github.unitscope.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorruptionTest {
  private static final int ROWS = 400;
  private static final int COLUMNS = 250;
  private static final double SHARE_ERROR = 5 * 0.5 / Math.sqrt(ROWS * COLUMNS);

  private static long[] seeds(int rows) {
    return LongStream.range(0, rows).map(i -> Seed.root(2).derive(i).value()).toArray();
  }

  private static Matrix apply(Corruption corruption, float value) {
    Matrix clean = Matrix.zeros(ROWS, COLUMNS);
    clean.fill(value);
    Matrix out = Matrix.zeros(ROWS, COLUMNS);
    corruption.apply(clean, seeds(ROWS), out);
    return out;
  }

  private static double share(Matrix matrix, float value) {
    double count = 0;
    for (float[] row : matrix.toRows()) {
      for (float x : row) {
        count += x == value ? 1 : 0;
      }
    }
    return count / (ROWS * COLUMNS);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.1", "0.5", "1"})
  void maskingPutsAShareToZero(double level) {
    Matrix out = apply(Corruption.of(Noise.MASKING, level), 0.4f);
    assertEquals(level, share(out, 0), SHARE_ERROR);
    assertEquals(1 - level, share(out, 0.4f), SHARE_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.1", "0.5", "1"})
  void saltAndPepperAreEqualShares(double level) {
    Matrix out = apply(new Corruption(Noise.SALT_AND_PEPPER, level, -2, 2), 0.4f);
    assertEquals(level / 2, share(out, -2), SHARE_ERROR);
    assertEquals(level / 2, share(out, 2), SHARE_ERROR);
    assertEquals(1 - level, share(out, 0.4f), SHARE_ERROR);
  }

  @Test
  void gaussianNoiseHasItsDeviation() {
    Matrix out = apply(Corruption.of(Noise.GAUSSIAN, 0.5), 0.4f);
    double sum = 0;
    double squares = 0;
    for (float[] row : out.toRows()) {
      for (float x : row) {
        sum += x - 0.4;
        squares += (x - 0.4) * (x - 0.4);
      }
    }
    int n = ROWS * COLUMNS;
    assertEquals(0, sum / n, 5 * 0.5 / Math.sqrt(n));
    assertEquals(0.25, squares / n, 5 * 0.25 * Math.sqrt(2.0 / n));
  }

  @Test
  void noNoiseLeavesValuesAsTheyAre() {
    assertEquals(1, share(apply(Corruption.NONE, 0.4f), 0.4f));
  }

  @Test
  void noiseOfARowDoesNotDependOnTheOthers() {
    Corruption corruption = Corruption.of(Noise.SALT_AND_PEPPER, 0.3);
    Matrix all = apply(corruption, 0.4f);
    Matrix clean = Matrix.zeros(1, COLUMNS);
    clean.fill(0.4f);
    corruption.apply(clean, new long[] {seeds(ROWS)[7]}, clean);
    assertArrayEquals(all.toRows()[7], clean.toRows()[0]);
  }

  @Test
  void levelsOutOfRangeAreRefused() {
    assertThrows(InvalidInputException.class, () -> Corruption.of(Noise.MASKING, 1.1));
    assertThrows(InvalidInputException.class, () -> Corruption.of(Noise.MASKING, -0.1));
    assertThrows(InvalidInputException.class, () -> Corruption.of(Noise.MASKING, Double.NaN));
    assertThrows(InvalidInputException.class, () -> Corruption.of(Noise.GAUSSIAN, -1));
    assertThrows(
        InvalidInputException.class, () -> new Corruption(Noise.SALT_AND_PEPPER, 0.1, 1, 1));
  }
}
