package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A state that {@link Checkpoints} kept, while it is read. Every array must have the shape that the
 * computation expects and, unless it says otherwise, finite values only: every method throws {@link
 * InvalidInputException} with one line that names the file and the array.
 */
public final class KeptState {
  /** A {@link #problem} that an array may have. */
  public static final String NOT_FINITE = "has values that are not finite numbers";

  private final NpzReader npz;
  private final String prefix;

  private KeptState(NpzReader npz, String prefix) {
    this.npz = npz;
    this.prefix = prefix;
  }

  /**
   * Reads the newest state.
   *
   * @param reading what to make of it
   * @return empty if none was kept
   * @throws InvalidInputException if it cannot be read, or is not such a state
   */
  public static <T> Optional<T> last(Checkpoints checkpoints, Function<KeptState, T> reading) {
    try {
      return checkpoints.last().map(npz -> read(npz, reading));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.getMessage() + "; it cannot be resumed; use --force to start over", e);
    }
  }

  private static <T> T read(NpzReader npz, Function<KeptState, T> reading) {
    try (npz) {
      return reading.apply(new KeptState(npz, ""));
    }
  }

  /** The arrays whose names begin with a prefix, which is left out from then on. */
  public KeptState under(String part) {
    return new KeptState(npz, prefix + part);
  }

  /** A whole number in a range, both ends included. */
  public long number(String name, long least, long most) {
    long value = npz.get(prefix + name, NpyType.INT64).longs()[0];
    if (value < least || value > most) {
      throw problem(
          name, String.format(Locale.ROOT, "is %d, which is not in %d to %d", value, least, most));
    }
    return value;
  }

  /** A number. */
  public double number(String name) {
    return finite(name, npz.get(prefix + name, NpyType.FLOAT64)).doubles()[0];
  }

  /** Values [length]. */
  public float[] floats(String name, int length) {
    return finite(name, npz.get(prefix + name, NpyType.FLOAT32, length)).floats();
  }

  /** Values [length]. */
  public double[] doubles(String name, int length) {
    return finite(name, npz.get(prefix + name, NpyType.FLOAT64, length)).doubles();
  }

  /** The rows of an array [rows, columns]; what is not defined may be NaN. */
  public List<double[]> table(String name, int rows, int columns) {
    double[] values = npz.get(prefix + name, NpyType.FLOAT64, rows, columns).doubles();
    return IntStream.range(0, rows)
        .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
        .toList();
  }

  /** Sets a matrix to the values that were kept of one of its shape. */
  public void into(String name, Matrix matrix) {
    NpyArray array = npz.get(prefix + name, NpyType.FLOAT32, matrix.columns(), matrix.rows());
    matrix.writeColumns(0, matrix.columns(), finite(name, array).floats());
  }

  /** Sets values to those that were kept of as many. */
  public void into(String name, float[] values) {
    System.arraycopy(floats(name, values.length), 0, values, 0, values.length);
  }

  /** Sets values to those that were kept of as many. */
  public void into(String name, double[] values) {
    System.arraycopy(doubles(name, values.length), 0, values, 0, values.length);
  }

  /** What to throw where an array is not what was expected. */
  public InvalidInputException problem(String name, String what) {
    return new InvalidInputException(
        String.format(Locale.ROOT, "%s: array '%s' %s", npz.path(), prefix + name, what));
  }

  private NpyArray finite(String name, NpyArray array) {
    boolean finite = true;
    if (array.type() == NpyType.FLOAT32) {
      for (float value : array.floats()) {
        finite &= Float.isFinite(value);
      }
    } else {
      finite = Arrays.stream(array.doubles()).allMatch(Double::isFinite);
    }
    if (!finite) {
      throw problem(name, NOT_FINITE);
    }
    return array;
  }
}
