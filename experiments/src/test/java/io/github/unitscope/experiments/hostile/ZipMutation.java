package io.github.unitscope.experiments.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change to the entries of an archive, or to what its records say of them.
 *
 * @param at which entry or record, taken modulo their number
 * @param value of a field of a record
 * @param inside what happens to the content of an entry
 */
record ZipMutation(Kind kind, int at, long value, Mutation inside) implements Mutation {

  enum Kind {
    INSIDE,
    INSIDE_DEFLATED,
    RENAME,
    TWICE,
    DROP,
    ADD,
    EMPTY,
    EXTRA,
    COMMENT,
    RECORD
  }

  /** One file of an archive. */
  private record Entry(String name, byte[] content, byte[] extra, String comment) {}

  private static final List<String> NAMES =
      List.of(
          "../layer1.weights.npy",
          "/etc/passwd.npy",
          "..\\layer1.weights.npy",
          "C:layer1.npy",
          "..npy",
          ".npy",
          "..",
          "a/",
          "layer1.weights",
          "\u001b[2J\n.npy",
          "\u202enpy.npy",
          "x".repeat(300) + ".npy",
          "x".repeat(60000) + ".npy",
          "META-INF/MANIFEST.MF",
          "layer2.weights.npy",
          "%s%n.npy");

  /** Where records of each kind begin, and where their fields are. */
  private static final int[][] FIELDS = {
    {0x04034b50, 4, 6, 8, 10, 14, 18, 22, 26, 28},
    {0x02014b50, 4, 6, 8, 10, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42},
    {0x06054b50, 4, 6, 8, 10, 12, 16, 20},
  };

  /** Other bytes in the arrays, in an archive that is as it should be. */
  static Arbitrary<Mutation> values() {
    return Combinators.combine(Arbitraries.integers(), ByteMutation.any())
        .as((at, inside) -> new ZipMutation(Kind.INSIDE, at, 0, inside));
  }

  static Arbitrary<Mutation> any() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers(),
            Arbitraries.of(EXTREMES),
            Arbitraries.oneOf(NpyMutation.any(), NpyMutation.any(), ByteMutation.any()))
        .as(ZipMutation::new);
  }

  @Override
  public byte[] of(byte[] file) {
    if (kind == Kind.RECORD) {
      return record(file);
    }
    try {
      List<Entry> entries = read(file);
      if (entries.isEmpty()) {
        return file;
      }
      byte[] changed = write(changed(entries), kind == Kind.INSIDE_DEFLATED);
      return kind == Kind.TWICE ? sameName(changed) : changed;
    } catch (IOException | IllegalArgumentException e) {
      // A name or a comment that is too long, or an archive that is damaged already.
      return file;
    }
  }

  private List<Entry> changed(List<Entry> entries) {
    List<Entry> changed = new ArrayList<>(entries);
    int number = Search.place(at, entries.size());
    Entry old = entries.get(number);
    String name = NAMES.get(Math.floorMod(at / 7, NAMES.size()));
    switch (kind) {
      case INSIDE, INSIDE_DEFLATED ->
          changed.set(number, new Entry(old.name, inside.of(old.content), null, null));
      case RENAME -> changed.set(number, new Entry(name, old.content, null, null));
      case TWICE -> changed.add(new Entry(twin(old.name), inside.of(old.content), null, null));
      case DROP -> changed.remove(number);
      case ADD -> changed.add(new Entry(name, old.content, null, null));
      case EMPTY -> changed.set(number, new Entry(old.name, new byte[0], null, null));
      case EXTRA -> changed.set(number, new Entry(old.name, old.content, extra(), null));
      default -> changed.set(number, new Entry(old.name, old.content, null, name));
    }
    return changed;
  }

  /** The field of an archive above 4 GiB, with sizes and an offset. */
  private byte[] extra() {
    return ByteBuffer.allocate(28)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 1)
        .putShort((short) (at % 2 == 0 ? 24 : (int) value & 0xFF))
        .putLong(value)
        .putLong(value)
        .putLong(value)
        .array();
  }

  private static String twin(String name) {
    return name.isEmpty() ? "~" : (name.charAt(0) == '~' ? '!' : '~') + name.substring(1);
  }

  /** Java's writer refuses to write a name twice. */
  private byte[] sameName(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.replace("~ayer", "layer").getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] record(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i + 22 <= file.length; i++) {
      for (int[] fields : FIELDS) {
        if (buffer.getInt(i) == fields[0]) {
          for (int field = 1; field < fields.length; field++) {
            found.add(i + fields[field]);
          }
        }
      }
    }
    if (!found.isEmpty()) {
      int place = found.get(Search.place(at, found.size()));
      if (place + 4 <= file.length) {
        if (at % 2 == 0) {
          buffer.putInt(place, (int) value);
        } else {
          buffer.putShort(place, (short) value);
        }
      }
    }
    return buffer.array();
  }

  private static List<Entry> read(byte[] file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(new Entry(entry.getName(), zip.readNBytes(1 << 21), null, null));
      }
    }
    return entries;
  }

  private static byte[] write(List<Entry> entries, boolean deflate) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Entry entry : entries) {
        ZipEntry written = new ZipEntry(entry.name);
        written.setTime(0);
        if (entry.extra != null) {
          written.setExtra(entry.extra);
        }
        if (entry.comment != null) {
          written.setComment(entry.comment);
        }
        if (!deflate) {
          store(written, entry.content);
        }
        zip.putNextEntry(written);
        zip.write(entry.content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void store(ZipEntry entry, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
  }
}
