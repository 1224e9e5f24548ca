package io.github.unitscope.experiments.hostile;

import io.github.unitscope.datasets.digits.Idx;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** Files of numbers: IDX, raw and compressed, and npz. */
@Tag("slow")
class HostileFilesTest {
  private static final Reading IDX = new Reading("idx");
  private static final Reading NPZ = new Reading("npz");

  private static final byte[] IDX_FILE = idx();
  private static final byte[] IDX_COMPRESSED = gzip(IDX_FILE);
  private static final byte[] STORED = npz(false);
  private static final byte[] DEFLATED = npz(true);

  @AfterContainer
  static void end() {
    IDX.close();
    NPZ.close();
  }

  private static byte[] idx() {
    ByteBuffer bytes = ByteBuffer.allocate(16 + 10 * 7 * 7);
    bytes.putInt(0x00000803).putInt(10).putInt(7).putInt(7);
    for (int i = 0; i < 490; i++) {
      bytes.put((byte) (i * i));
    }
    return bytes.array();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] npz(boolean deflate) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NpzWriter npz = deflate ? NpzWriter.deflated(out) : NpzWriter.stored(out)) {
      npz.add("layer1.weights", NpyArray.of(new float[64], 16, 4));
      npz.add("layer1.bias", NpyArray.of(new float[] {1, 2, 3, 4}, 4));
      npz.add("count", NpyArray.of(new int[] {7}));
      npz.add("layer2.flags", NpyArray.of(new boolean[] {true, false}, 2));
      npz.add("layer2.exact", NpyArray.of(new double[] {0.1, Double.NaN}, 1, 2));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @Provide
  static Arbitrary<List<Mutation>> bytes() {
    return ByteMutation.any().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  static Arbitrary<List<Mutation>> archives() {
    return Arbitraries.oneOf(ZipMutation.any(), ZipMutation.any(), ByteMutation.any())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
  void idx(@ForAll("bytes") List<Mutation> mutations) {
    byte[] bytes = Mutation.all(IDX_FILE, mutations);
    Path file = IDX.write("images", bytes);
    IDX.check(bytes.length, () -> Idx.read(file));
  }

  /** Damage of what is compressed, and compression of what is damaged. */
  @Property(seed = "2", edgeCases = EdgeCasesMode.NONE)
  void idxCompressed(@ForAll("bytes") List<Mutation> mutations, @ForAll boolean inside) {
    byte[] bytes =
        inside ? gzip(Mutation.all(IDX_FILE, mutations)) : Mutation.all(IDX_COMPRESSED, mutations);
    Path file = IDX.write("images.gz", bytes);
    IDX.check(bytes.length, () -> Idx.read(file));
  }

  @Property(seed = "3", edgeCases = EdgeCasesMode.NONE)
  void npz(@ForAll("archives") List<Mutation> mutations, @ForAll boolean deflated) {
    byte[] bytes = Mutation.all(deflated ? DEFLATED : STORED, mutations);
    Path file = NPZ.write("arrays.npz", bytes);
    NPZ.check(bytes.length, () -> readAll(file));
    NPZ.check(bytes.length, () -> readKnown(file));
  }

  private static void readAll(Path file) {
    try (NpzReader npz = NpzReader.open(file)) {
      npz.names().forEach(npz::get);
    }
  }

  private static void readKnown(Path file) {
    try (NpzReader npz = NpzReader.open(file)) {
      npz.get("layer1.weights", NpyType.FLOAT32, 16, 4);
      npz.get("layer1.bias", NpyType.FLOAT32, -1);
      npz.get("count", NpyType.INT32);
    }
  }
}
