package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A float32 matrix [rows, columns] whose columns lie one behind the other ('f' order), the only
 * order that {@link Nd4j#gemm} neither copies nor transposes.
 *
 * <p>Matrix products run in BLAS. Element-wise work runs in Java on blocks of whole columns that
 * fit the first-level cache ({@link #update}): measured on 64×500 values, a bias and a sigmoid take
 * 15 µs this way and 80 µs as two ND4J operations.
 *
 * <p>Not safe for use by several threads at once, except that different threads may work on
 * different column blocks.
 */
public final class Matrix implements AutoCloseable {
  /** How many values an element-wise block holds: 16 KiB, half of a first-level cache. */
  private static final int BLOCK_VALUES = 4096;

  /** How many values a matrix may have: bytes and places are counted in 32 bits. */
  public static final int MOST_VALUES = (1 << 29) - 1;

  /** From which on it is worth while to ask whether there is memory for them. */
  private static final long MANY_VALUES = 1 << 22;

  private static final boolean SHARES_MEMORY;

  static {
    SingleThreadedBlas.require();
    SHARES_MEMORY = Backend.sharesMemory();
  }

  /** Owns the values; null where they are not in ND4J's memory, which may be of another device. */
  private final INDArray array;

  private final FloatBuffer values;

  /** All of it, for BLAS; null like the array. */
  private final Panel panel;

  /** Whether another matrix owns the array. */
  private final boolean isView;

  private final int rows;
  private final int columns;

  private Matrix(INDArray array, FloatBuffer values, boolean isView, int rows, int columns) {
    this.array = array;
    this.values = values;
    this.isView = isView;
    this.rows = rows;
    this.columns = columns;
    this.panel = array == null ? null : Panel.of(this);
  }

  /**
   * A matrix of zeros.
   *
   * @throws IllegalArgumentException if a dimension is below 1
   * @throws InvalidInputException if there are 2^29 values or more, or more than fit into memory
   */
  public static Matrix zeros(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("a matrix cannot be " + rows + " x " + columns);
    }
    requireRoom(rows, columns);
    if (!SHARES_MEMORY) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(rows * columns, Float.BYTES));
      return new Matrix(
          null, bytes.order(ByteOrder.nativeOrder()).asFloatBuffer(), false, rows, columns);
    }
    INDArray array = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f');
    return new Matrix(array, array.data().asNioFloat(), false, rows, columns);
  }

  private static void requireRoom(int rows, int columns) {
    long values = (long) rows * columns;
    if (values > MOST_VALUES) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a matrix of %d x %d has more than %d values: use fewer units, images or rows at once",
              rows,
              columns,
              MOST_VALUES));
    }
    if (values >= MANY_VALUES) {
      MemoryNeed.requireNative(
          String.format(Locale.ROOT, "matrices of %d x %d", rows, columns), 4.0 * values);
    }
  }

  /**
   * The BLAS that multiplies matrices, for example {@code OPENBLAS}, with the kernels that it uses
   * where it tells: {@code OPENBLAS SkylakeX}. Others sum in another order and give other bits.
   */
  public static String blas() {
    String vendor = Nd4j.factory().blas().getBlasVendor().name();
    return BlasKernels.current().map(kernels -> vendor + " " + kernels).orElse(vendor);
  }

  /** A matrix with the given rows, all of one length. */
  public static Matrix of(float[]... rows) {
    Matrix matrix = zeros(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      matrix.writeRow(row, rows[row]);
    }
    return matrix;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** One value. */
  public float get(int row, int column) {
    return values.get(index(row, column));
  }

  /** Sets one value. */
  public void set(int row, int column, float value) {
    values.put(index(row, column), value);
  }

  /** Copies a row into {@code into}[columns]. */
  public void readRow(int row, float[] into) {
    requireLength(into, columns);
    if (rows == 1) {
      readColumns(0, columns, into);
      return;
    }
    for (int column = 0; column < columns; column++) {
      into[column] = get(row, column);
    }
  }

  /** Sets a row from {@code from}[columns]. */
  public void writeRow(int row, float[] from) {
    requireLength(from, columns);
    if (rows == 1) {
      writeColumns(0, columns, from);
      return;
    }
    for (int column = 0; column < columns; column++) {
      set(row, column, from[column]);
    }
  }

  /** Sets the first rows, as many as {@code from} has, from values given as [rows][columns]. */
  public void writeRows(float[][] from) {
    if (from.length > rows) {
      throw new IllegalArgumentException(from.length + " rows for a matrix of " + rows);
    }
    for (float[] row : from) {
      requireLength(row, columns);
    }
    writeRows(IntStream.range(0, from.length).toArray(), from);
  }

  /**
   * Sets some rows.
   *
   * @param which the rows
   * @param from [at least as many][columns], in the order of {@code which}
   */
  public void writeRows(int[] which, float[][] from) {
    update(
        (block, first, count) -> {
          for (int i = 0; i < which.length; i++) {
            float[] row = from[i];
            int at = which[i];
            for (int column = first; column < first + count; column++) {
              block[at] = row[column];
              at += rows;
            }
          }
        });
  }

  /**
   * Copies some rows.
   *
   * @param which the rows
   * @param into [at least as many][columns], in the order of {@code which}
   */
  public void readRows(int[] which, float[][] into) {
    visit(
        (block, first, count) -> {
          for (int i = 0; i < which.length; i++) {
            float[] row = into[i];
            int at = which[i];
            for (int column = first; column < first + count; column++) {
              row[column] = block[at];
              at += rows;
            }
          }
        });
  }

  /** Adds the values of every column, over its rows, to {@code sums}[columns]. */
  public void addColumnSums(double factor, double[] sums) {
    visit(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
              sum += block[column * rows + row];
            }
            sums[first + column] += factor * sum;
          }
        });
  }

  /** A copy of all values as [rows][columns]. */
  public float[][] toRows() {
    float[][] copy = new float[rows][columns];
    readRows(IntStream.range(0, rows).toArray(), copy);
    return copy;
  }

  /** Copies whole columns, each of {@link #rows} values, to the start of {@code into}. */
  public void readColumns(int first, int count, float[] into) {
    values.get(index(0, first), into, 0, Math.multiplyExact(count, rows));
    Reference.reachabilityFence(array);
  }

  /** Sets whole columns from the start of {@code from}. */
  public void writeColumns(int first, int count, float[] from) {
    values.put(index(0, first), from, 0, Math.multiplyExact(count, rows));
    Reference.reachabilityFence(array);
  }

  /** A copy [columns, rows] with rows and columns exchanged. */
  public Matrix transposed() {
    Matrix copy = zeros(columns, rows);
    float[] column = new float[rows];
    for (int i = 0; i < columns; i++) {
      readColumns(i, 1, column);
      copy.writeRow(i, column);
    }
    return copy;
  }

  /** Columns {@code from} (inclusive) to {@code to} (exclusive), as a view on the same memory. */
  public Matrix columnBlock(int from, int to) {
    if (from < 0 || to > columns || from >= to) {
      throw new IndexOutOfBoundsException(
          String.format(Locale.ROOT, "columns %d to %d of %d", from, to, columns));
    }
    FloatBuffer block = values.slice(index(0, from), (to - from) * rows);
    return new Matrix(array, block, true, rows, to - from);
  }

  /** Sets every value to the one of {@code other}, which has the same shape. */
  public void copyFrom(Matrix other) {
    requireShape(other, rows, columns);
    overwrite((block, first, count) -> other.readColumns(first, count, block));
  }

  /** Whether every value is a finite number. */
  public boolean isFinite() {
    boolean[] finite = {true};
    visit(
        (block, first, count) -> {
          for (int i = 0; i < count * rows; i++) {
            finite[0] &= Float.isFinite(block[i]);
          }
        });
    return finite[0];
  }

  /** Sets every value. */
  public void fill(float value) {
    overwrite((block, first, count) -> Arrays.fill(block, 0, count * rows, value));
  }

  /** Replaces every value, a block of whole columns at a time. */
  public void update(ColumnKernel kernel) {
    walk(kernel, true, true);
  }

  /** Like {@link #update} for kernels that set every value; what a block holds before is open. */
  public void overwrite(ColumnKernel kernel) {
    walk(kernel, false, true);
  }

  /** Shows every value to the kernel, a block of whole columns at a time; changes are dropped. */
  public void visit(ColumnKernel kernel) {
    walk(kernel, true, false);
  }

  private void walk(ColumnKernel kernel, boolean read, boolean write) {
    int columnsPerBlock = blockColumns();
    float[] block = new float[Math.min(columns, columnsPerBlock) * rows];
    for (int first = 0; first < columns; first += columnsPerBlock) {
      int count = Math.min(columnsPerBlock, columns - first);
      if (read) {
        readColumns(first, count, block);
      }
      kernel.apply(block, first, count);
      if (write) {
        writeColumns(first, count, block);
      }
    }
  }

  /**
   * How many columns a kernel gets at once: scratch memory of that many columns always suffices.
   */
  public int blockColumns() {
    return Math.max(1, BLOCK_VALUES / rows);
  }

  /** Scratch memory for one block, for kernels that read a second matrix of this shape. */
  public float[] newBlock() {
    return new float[blockColumns() * rows];
  }

  /** out = a · b, with a [m, k], b [k, n] and out [m, n]. */
  public static void multiply(Matrix a, Matrix b, Matrix out) {
    requireShape(out, a.rows, b.columns);
    requireInner(a.columns, b.rows);
    product(a, b, out, false, false, 1, 0);
  }

  /** out = a · bᵀ, with a [m, k], b [n, k] and out [m, n]. */
  public static void multiplyTransposed(Matrix a, Matrix b, Matrix out) {
    requireShape(out, a.rows, b.rows);
    requireInner(a.columns, b.columns);
    product(a, b, out, false, true, 1, 0);
  }

  /** out += a · bᵀ, with a [m, k], b [n, k] and out [m, n]. */
  public static void addProductTransposed(Matrix a, Matrix b, Matrix out) {
    requireShape(out, a.rows, b.rows);
    requireInner(a.columns, b.columns);
    product(a, b, out, false, true, 1, 1);
  }

  /** out += factor · aᵀ · b, with a [k, m], b [k, n] and out [m, n]. */
  public static void addTransposedProduct(float factor, Matrix a, Matrix b, Matrix out) {
    requireShape(out, a.columns, b.columns);
    requireInner(a.rows, b.rows);
    product(a, b, out, true, false, factor, 1);
  }

  /** out = factor · op(a) · op(b) + keep · out, where op transposes or does not. */
  private static void product(
      Matrix a,
      Matrix b,
      Matrix out,
      boolean transposeA,
      boolean transposeB,
      float factor,
      float keep) {
    if (out.panel != null) {
      Panel.gemm(transposeA, transposeB, factor, a.panel, b.panel, keep, out.panel);
      return;
    }
    try (INDArray left = a.onDevice();
        INDArray right = b.onDevice();
        INDArray result = out.onDevice()) {
      Nd4j.gemm(left, right, result, transposeA, transposeB, factor, keep);
      out.values.put(0, result.data().asFloat());
    }
  }

  /** BLAS would read and write where other things may be by now. */
  static void requireOpen(Matrix... matrices) {
    for (Matrix matrix : matrices) {
      if (matrix.array != null && matrix.array.wasClosed()) {
        throw new IllegalStateException("a product with a matrix that was closed");
      }
    }
  }

  private INDArray onDevice() {
    float[] copy = new float[rows * columns];
    values.get(0, copy);
    return Nd4j.create(copy, new long[] {rows, columns}, 'f');
  }

  /** The memory itself, column by column; valid as long as this matrix is reachable. */
  FloatBuffer memory() {
    return values;
  }

  /**
   * Gives the memory back at once; without this it goes when the garbage collector gets to it,
   * which knows nothing of how large it is. The matrix and its views must not be used any more.
   */
  @Override
  public void close() {
    if (array != null && !isView && array.closeable()) {
      array.close();
    }
  }

  private int index(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException(
          String.format(Locale.ROOT, "[%d, %d] of [%d, %d]", row, column, rows, columns));
    }
    return column * rows + row;
  }

  private static void requireLength(float[] row, int length) {
    if (row.length != length) {
      throw new IllegalArgumentException(row.length + " values for a row of " + length);
    }
  }

  private static void requireShape(Matrix matrix, int rows, int columns) {
    if (matrix.rows != rows || matrix.columns != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a matrix [%d, %d] where [%d, %d] is needed",
              matrix.rows,
              matrix.columns,
              rows,
              columns));
    }
  }

  private static void requireInner(int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException("inner dimensions " + left + " and " + right + " differ");
    }
  }

  /** Works on a block of whole columns. */
  @FunctionalInterface
  public interface ColumnKernel {
    /**
     * @param block the values of {@code count} columns, each of as many values as there are rows
     * @param first the index of the first column
     * @param count the number of columns
     */
    void apply(float[] block, int first, int count);
  }
}
