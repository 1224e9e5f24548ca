package io.github.unitscope.experiments.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change that knows nothing of the format.
 *
 * @param at the place, taken modulo the length of the file
 * @param length of what is inserted, repeated or taken away
 * @param value of what is written
 */
record ByteMutation(Kind kind, int at, int length, long value) implements Mutation {

  enum Kind {
    FLIP,
    SET,
    CUT,
    INSERT,
    DELETE,
    REPEAT,
    SWAP,
    LITTLE_SHORT,
    LITTLE_INT,
    LITTLE_LONG,
    BIG_INT
  }

  static Arbitrary<Mutation> any() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers(),
            Arbitraries.integers().between(1, 300),
            Arbitraries.oneOf(Arbitraries.of(EXTREMES), Arbitraries.longs()))
        .as(ByteMutation::new);
  }

  @Override
  public byte[] of(byte[] file) {
    if (file.length == 0) {
      return kind == Kind.INSERT ? new byte[length] : file;
    }
    int place = Search.place(at, file.length);
    int end = Math.min(file.length, place + length);
    return switch (kind) {
      case FLIP -> set(file, place, (byte) (file[place] ^ 1 << (value & 7)));
      case SET -> set(file, place, (byte) value);
      case CUT -> Arrays.copyOf(file, place);
      case INSERT -> join(file, place, filled(), place);
      case DELETE -> join(file, place, new byte[0], end);
      case REPEAT -> join(file, end, Arrays.copyOfRange(file, place, end), end);
      case SWAP -> swap(file, place, Math.floorMod((int) value, file.length));
      case LITTLE_SHORT -> put(file, place, ByteOrder.LITTLE_ENDIAN, 2);
      case LITTLE_INT -> put(file, place, ByteOrder.LITTLE_ENDIAN, 4);
      case LITTLE_LONG -> put(file, place, ByteOrder.LITTLE_ENDIAN, 8);
      case BIG_INT -> put(file, place, ByteOrder.BIG_ENDIAN, 4);
    };
  }

  private static byte[] set(byte[] file, int place, byte value) {
    byte[] changed = file.clone();
    changed[place] = value;
    return changed;
  }

  private byte[] filled() {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** What is before {@code end}, then {@code between}, then what is from {@code start} on. */
  static byte[] join(byte[] file, int end, byte[] between, int start) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + between.length);
    out.write(file, 0, end);
    out.writeBytes(between);
    out.write(file, start, file.length - start);
    return out.toByteArray();
  }

  private byte[] swap(byte[] file, int a, int b) {
    byte[] changed = file.clone();
    int count = Math.min(length, file.length - Math.max(a, b));
    System.arraycopy(file, a, changed, b, count);
    System.arraycopy(file, b, changed, a, count);
    return changed;
  }

  private byte[] put(byte[] file, int place, ByteOrder order, int bytes) {
    if (file.length < bytes) {
      return file;
    }
    byte[] changed = file.clone();
    ByteBuffer buffer = ByteBuffer.wrap(changed).order(order);
    int from = Math.min(place, file.length - bytes);
    switch (bytes) {
      case 2 -> buffer.putShort(from, (short) value);
      case 4 -> buffer.putInt(from, (int) value);
      default -> buffer.putLong(from, value);
    }
    return changed;
  }
}
