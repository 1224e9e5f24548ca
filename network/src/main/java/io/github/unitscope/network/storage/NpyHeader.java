package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The beginning of a {@code .npy} file, as NumPy's {@code numpy.lib.format} defines it.
 *
 * @param type of the values
 * @param fortranOrder whether the first dimension varies fastest
 * @param shape sizes of the dimensions
 * @param length of the header in bytes, the magic string included
 */
record NpyHeader(NpyType type, boolean fortranOrder, int[] shape, int length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy's own headers stay far below; version 2 would allow 4 GiB. */
  private static final int LONGEST = 1 << 16;

  /** NumPy aligns the values, so that they can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  /** The number of values. */
  int count() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The bytes of a version 1.0 header for values in row-major order. */
  static byte[] encode(NpyType type, int... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String tuple = shape.length == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': False, 'shape': %s, }",
            type.descriptor(),
            tuple);
    int unpadded = MAGIC.length + 4 + text.length() + 1;
    int padded = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    int textLength = padded - MAGIC.length - 4;
    ByteArrayOutputStream out = new ByteArrayOutputStream(padded);
    out.writeBytes(MAGIC);
    out.writeBytes(new byte[] {1, 0, (byte) textLength, (byte) (textLength >> 8)});
    out.writeBytes(
        (text + " ".repeat(padded - unpadded) + "\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /**
   * Reads a header of version 1.0, 2.0 or 3.0.
   *
   * @throws InvalidInputException if it is not one, or describes what is not supported
   */
  static NpyHeader read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2 || Arrays.mismatch(start, MAGIC) < MAGIC.length) {
      throw new InvalidInputException("it is not a .npy array");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              ".npy version %d.%d is not supported; save with numpy.savez",
              version & 0xFF,
              start[MAGIC.length + 1] & 0xFF));
    }
    long textLength = readLittleEndian(in, version == 1 ? 2 : 4);
    if (textLength > LONGEST) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "the .npy header claims %d bytes", textLength));
    }
    byte[] text = in.readNBytes((int) textLength);
    if (text.length < textLength) {
      throw new InvalidInputException("the .npy header is cut off");
    }
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    int length = start.length + (version == 1 ? 2 : 4) + text.length;
    return NpyHeaderText.parse(new String(text, charset), length);
  }

  private static long readLittleEndian(InputStream in, int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new InvalidInputException("the .npy header is cut off");
    }
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | read[i] & 0xFF;
    }
    return value;
  }
}
