package io.github.unitscope.experiments.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change to the header of a {@code .npy} array of version 1, the length of the header put right.
 *
 * @param with the number of what takes the place of the old
 * @param value of a number in the header
 */
record NpyMutation(Kind kind, int with, long value) implements Mutation {

  enum Kind {
    SHAPE,
    SHAPE_WITH_VALUES,
    DTYPE,
    ORDER,
    HEADER,
    HEADER_LENGTH,
    VERSION
  }

  private static final int START = 10;

  /** More are not made, so that the test itself stays small. */
  private static final int MOST_VALUES = 1 << 18;

  private static final List<String> SHAPES =
      List.of(
          "()",
          "(0,)",
          "(0, 0)",
          "(0, 2147483647, 2147483647)",
          "(1, 0, 65536, 65536)",
          "(-1,)",
          "(-1, -16)",
          "(2147483647,)",
          "(2147483648,)",
          "(4294967296,)",
          "(4294967312, 4)",
          "(65536, 65536)",
          "(9223372036854775807, 9223372036854775807)",
          "(99999999999999999999999999,)",
          "(1e3,)",
          "(4, 16)",
          "(16, 4, 1)",
          "(64,)",
          "(1,)",
          "(16L, 4)",
          "(16, None)",
          "(٣, 4)",
          "(" + "1, ".repeat(64) + ")",
          "(" + "1, ".repeat(3000) + ")",
          "(" + "0, ".repeat(15000) + ")",
          "((16, 4), 1)",
          "(16; 4)");

  private static final List<String> TYPES =
      List.of("<f8", "<f2", ">f4", "|O", "O", "|S16", "<U4", "|V8", "<i8", "|b1", "|u1", "=f4", "");

  private static final List<String> HEADERS =
      List.of(
          "",
          "{}",
          "{",
          "__import__('os').system('true')",
          "{'descr': '<f4', 'fortran_order': False}",
          "{'descr': '<f4', 'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
          "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
          "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1, }",
          "{'shape': " + "(".repeat(60000),
          "{" + "'a': 'b', ".repeat(6000) + "}",
          "{" + " ".repeat(60000) + "x}",
          "{'descr': '" + "\n\r\u001b".repeat(100) + "', 'fortran_order': False, 'shape': (), }");

  static Arbitrary<Mutation> any() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, SHAPES.size() * TYPES.size() - 1),
            Arbitraries.of(EXTREMES))
        .as(NpyMutation::new);
  }

  @Override
  public byte[] of(byte[] array) {
    if (array.length < START) {
      return array;
    }
    int length = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xFFFF;
    int end = Math.min(array.length, START + length);
    String header = new String(array, START, end - START, StandardCharsets.ISO_8859_1);
    byte[] values = Arrays.copyOfRange(array, end, array.length);
    String shape = SHAPES.get(with % SHAPES.size());
    return switch (kind) {
      case SHAPE -> with(array, header.replaceFirst("\\([^)]*\\)", shape), values);
      case SHAPE_WITH_VALUES -> withValues(array, header, values);
      case DTYPE ->
          with(
              array,
              header.replaceFirst("'<f4'", "'" + TYPES.get(with % TYPES.size()) + "'"),
              values);
      case ORDER -> with(array, header.replace("False", "True"), values);
      case HEADER -> with(array, HEADERS.get(with % HEADERS.size()), values);
      case HEADER_LENGTH -> ByteMutation.join(array, 8, little((short) value), START);
      case VERSION ->
          ByteMutation.join(array, 6, new byte[] {(byte) (with % 5), (byte) (value & 1)}, 8);
    };
  }

  /** A shape of which all is consistent. */
  private byte[] withValues(byte[] array, String header, byte[] values) {
    int rows = 1 + with * 7919 % 70000;
    int columns = (int) (value & 15);
    int count = rows * columns;
    if (count > MOST_VALUES) {
      return array;
    }
    String shape = String.format(Locale.ROOT, "(%d, %d)", rows, columns);
    return with(array, header.replaceFirst("\\([^)]*\\)", shape), Arrays.copyOf(values, 4 * count));
  }

  private static byte[] with(byte[] array, String header, byte[] values) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] start = Arrays.copyOf(array, START);
    byte[] length = little((short) text.length);
    start[8] = length[0];
    start[9] = length[1];
    return ByteMutation.join(
        ByteMutation.join(start, START, text, START),
        START + text.length,
        values,
        START + text.length);
  }

  private static byte[] little(short value) {
    return new byte[] {(byte) value, (byte) (value >> 8)};
  }
}
