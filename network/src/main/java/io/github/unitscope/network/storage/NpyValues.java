package io.github.unitscope.network.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.IntFunction;

/** Moves the values of an array between memory and bytes, some kilobytes at a time. */
final class NpyValues {
  private static final int CHUNK_BYTES = 1 << 16;

  private NpyValues() {}

  static void write(NpyArray array, OutputStream out) throws IOException {
    write(array.type(), array.rawValues(), array.size(), newChunk(), out);
  }

  /**
   * Writes the float32 rows that {@code source} gives, each of which has {@code columns} values.
   */
  static void writeRows(int rows, int columns, IntFunction<float[]> source, OutputStream out)
      throws IOException {
    ByteBuffer chunk = newChunk();
    for (int row = 0; row < rows; row++) {
      float[] values = source.apply(row);
      if (values.length != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "row %d has %d values, not %d", row, values.length, columns));
      }
      write(NpyType.FLOAT32, values, columns, chunk, out);
    }
  }

  private static void write(
      NpyType type, Object values, int count, ByteBuffer chunk, OutputStream out)
      throws IOException {
    chunk.clear();
    for (int i = 0; i < count; i++) {
      if (!chunk.hasRemaining()) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      type.write(values, i, chunk);
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  /**
   * Reads the values that a header announces, into row-major order.
   *
   * @throws EOFException if there are fewer
   */
  static NpyArray read(NpyHeader header, InputStream in) throws IOException {
    NpyType type = header.type();
    int count = header.count();
    Object values = type.allocate(count);
    ColumnMajorWalk walk = header.fortranOrder() ? new ColumnMajorWalk(header.shape()) : null;
    ByteBuffer chunk = newChunk();
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, CHUNK_BYTES / type.bytes());
      fill(chunk, in, now * type.bytes());
      for (int i = done; i < done + now; i++) {
        type.read(chunk, values, walk == null ? i : walk.next());
      }
      done += now;
    }
    return NpyArray.owning(type, header.shape(), values);
  }

  private static ByteBuffer newChunk() {
    return ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void fill(ByteBuffer chunk, InputStream in, int bytes) throws IOException {
    chunk.clear().limit(bytes);
    if (in.readNBytes(chunk.array(), 0, bytes) < bytes) {
      throw new EOFException("its values are cut off");
    }
  }
}
