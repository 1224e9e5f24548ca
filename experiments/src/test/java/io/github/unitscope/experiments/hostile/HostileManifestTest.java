package io.github.unitscope.experiments.hostile;

import io.github.unitscope.experiments.show.RunText;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelSource;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.provenance.StoredRun;
import io.github.unitscope.provenance.Versions;
import io.github.unitscope.provenance.diff.RunComparison;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** Runs: their manifests, and what they left, as show and diff read it. */
@Tag("slow")
class HostileManifestTest {
  private static final Reading MANIFESTS = new Reading("manifests");
  private static final Reading RUNS = new Reading("runs");

  /** Pictures take some milliseconds. */
  private static final Search SEARCH = new Search(4);

  private static final String TABLE = "pictures/units.csv";
  private static final String ARRAYS = "results.npz";
  private static final String PICTURE = "units.png";

  private static final Path RUN = run();
  private static final byte[] MANIFEST = bytes(StagedFolder.MANIFEST);

  @AfterContainer
  static void end() {
    MANIFESTS.close();
    RUNS.close();
  }

  private static Path run() {
    Map<String, Object> settings =
        Map.of("layers", List.of(1, 2), "rate", 0.1, "constraint", Map.of("radius", 3));
    Inputs inputs =
        Inputs.of("maximize", settings, 7)
            .withModel(new ModelSource("models/dbn", "0123456789abcdef".repeat(4), null));
    Invocation invocation =
        new Invocation(List.of("maximize", "--model", "models/dbn"), 2, List.of());
    Path out = RUNS.folder().resolve("run");
    try (RunFolder run = RunFolder.create(out, false, inputs, invocation, Versions.NO_BLAS)) {
      run.writeText(TABLE, "unit,value,why\n0,1.5,converged\n1,-2e-3,\"a, \"\"b\"\"\"\n");
      run.writeArrays(
          ARRAYS,
          Map.of(
              "images", NpyArray.of(new float[12], 3, 2, 2), "count", NpyArray.of(new int[] {4})));
      run.write(PICTURE, file -> ImageIO.write(picture(), "png", file.toFile()));
      run.commit();
    }
    return out;
  }

  private static BufferedImage picture() {
    BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 3, 0xFF8800);
    return image;
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(RUN.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Provide
  static Arbitrary<List<Mutation>> texts() {
    return Arbitraries.oneOf(JsonMutation.any(), JsonMutation.any(), ByteMutation.any())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  static Arbitrary<List<Mutation>> bytes() {
    return ByteMutation.any().list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  static Arbitrary<Mutation> archives() {
    return ZipMutation.any();
  }

  @Property(seed = "8", edgeCases = EdgeCasesMode.NONE)
  void manifests(@ForAll("texts") List<Mutation> mutations) {
    byte[] bytes = Mutation.all(MANIFEST, mutations);
    Path file = MANIFESTS.write(StagedFolder.MANIFEST, bytes);
    MANIFESTS.check(bytes.length, () -> look(file));
    MANIFESTS.check(bytes.length, () -> Json.field(file, "identity"));
  }

  @Property(seed = "12", edgeCases = EdgeCasesMode.NONE)
  void outputs(@ForAll("bytes") List<Mutation> mutations, @ForAll("archives") Mutation archive)
      throws IOException {
    if (!SEARCH.goesOn()) {
      return;
    }
    Path other = Files.createDirectories(RUNS.folder().resolve("other"));
    Files.createDirectories(other.resolve(TABLE).getParent());
    Files.write(other.resolve(StagedFolder.MANIFEST), MANIFEST);
    Files.write(other.resolve(TABLE), Mutation.all(bytes(TABLE), mutations));
    RUNS.check(MANIFEST.length, () -> look(other));
    Files.write(other.resolve(TABLE), bytes(TABLE));
    Files.write(other.resolve(PICTURE), Mutation.all(bytes(PICTURE), mutations));
    RUNS.check(MANIFEST.length, () -> look(other));
    Files.write(other.resolve(PICTURE), bytes(PICTURE));
    Files.write(other.resolve(ARRAYS), archive.of(bytes(ARRAYS)));
    RUNS.check(MANIFEST.length, () -> look(other));
    Files.delete(other.resolve(ARRAYS));
  }

  private static void look(Path place) {
    StoredRun run = StoredRun.read(place);
    RunText.of(run);
    StoredRun good = StoredRun.read(RUN);
    RunComparison.of(good, run, RunComparison.DEFAULT_TOLERANCE).describe();
    RunComparison.of(run, good, RunComparison.DEFAULT_TOLERANCE).describe();
  }
}
