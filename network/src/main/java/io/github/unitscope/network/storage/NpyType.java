package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.nio.ByteBuffer;

/** The kinds of values that an array may have; everything is little-endian. */
public enum NpyType {
  /** float32, held as {@code float[]}. */
  FLOAT32("<f4", 4) {
    @Override
    Object allocate(int count) {
      return new float[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((float[]) into)[index] = from.getFloat();
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.putFloat(((float[]) from)[index]);
    }
  },
  /** float64, held as {@code double[]}. */
  FLOAT64("<f8", 8) {
    @Override
    Object allocate(int count) {
      return new double[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((double[]) into)[index] = from.getDouble();
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.putDouble(((double[]) from)[index]);
    }
  },
  /** int32, held as {@code int[]}. */
  INT32("<i4", 4) {
    @Override
    Object allocate(int count) {
      return new int[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((int[]) into)[index] = from.getInt();
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.putInt(((int[]) from)[index]);
    }
  },
  /** int64, held as {@code long[]}. */
  INT64("<i8", 8) {
    @Override
    Object allocate(int count) {
      return new long[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((long[]) into)[index] = from.getLong();
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.putLong(((long[]) from)[index]);
    }
  },
  /** bool, one byte each, held as {@code boolean[]}; any byte but 0 is true. */
  BOOL("|b1", 1) {
    @Override
    Object allocate(int count) {
      return new boolean[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((boolean[]) into)[index] = from.get() != 0;
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.put((byte) (((boolean[]) from)[index] ? 1 : 0));
    }
  },
  /** uint8, held as {@code byte[]}: mask with 0xFF for 0 to 255. */
  UINT8("|u1", 1) {
    @Override
    Object allocate(int count) {
      return new byte[count];
    }

    @Override
    void read(ByteBuffer from, Object into, int index) {
      ((byte[]) into)[index] = from.get();
    }

    @Override
    void write(Object from, int index, ByteBuffer into) {
      into.put(((byte[]) from)[index]);
    }
  };

  private final String descriptor;
  private final int bytes;

  NpyType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /** NumPy's name for the type, for example {@code <f4}. */
  public String descriptor() {
    return descriptor;
  }

  /** How many bytes one value takes. */
  public int bytes() {
    return bytes;
  }

  abstract Object allocate(int count);

  abstract void read(ByteBuffer from, Object into, int index);

  abstract void write(Object from, int index, ByteBuffer into);

  /**
   * The type with NumPy's name.
   *
   * @throws InvalidInputException for every other type, with the reason and the way out
   */
  static NpyType ofDescriptor(String descriptor) {
    for (NpyType type : values()) {
      if (type.descriptor.equals(descriptor)) {
        return type;
      }
    }
    throw new InvalidInputException(refusal(descriptor));
  }

  private static String refusal(String descriptor) {
    String shown = Quoted.of(descriptor);
    if (descriptor.startsWith("|O")) {
      return "dtype "
          + shown
          + " (Python objects) is not read, since that would run code;"
          + " save numbers instead";
    }
    if (descriptor.startsWith(">")) {
      return "dtype "
          + shown
          + " is big-endian; save it little-endian, for example with"
          + " .astype('<"
          + Quoted.bare(descriptor.substring(1))
          + "')";
    }
    return "dtype "
        + shown
        + " is not supported; convert it to float32, float64, int32, int64,"
        + " bool or uint8";
  }
}
