package io.github.unitscope.experiments.hostile;

import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.Manifest;
import io.github.unitscope.experiments.run.RunFolder;
import io.github.unitscope.experiments.run.Versions;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Manifests of runs. */
class HostileManifestTest {
  private static final Reading MANIFESTS = new Reading("manifests");
  private static final byte[] MANIFEST = manifest();

  @AfterContainer
  static void end() {
    MANIFESTS.close();
  }

  private static byte[] manifest() {
    Map<String, Object> settings =
        Map.of("layers", List.of(1, 2), "rate", 0.1, "constraint", Map.of("radius", 3));
    Inputs inputs =
        Inputs.of("maximize", settings, 7).withModel("models/dbn", "0123456789abcdef".repeat(4));
    Path out = MANIFESTS.folder().resolve("run");
    try (RunFolder run = RunFolder.create(out, false, inputs, 2, Versions.NO_BLAS)) {
      run.writeText("units.csv", "unit,value\n");
      run.writeText("pictures/layer1.csv", "unit,value\n");
      run.commit();
    }
    try {
      return Files.readAllBytes(out.resolve(StagedFolder.MANIFEST));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Provide
  static Arbitrary<List<Mutation>> texts() {
    return Arbitraries.oneOf(JsonMutation.any(), JsonMutation.any(), ByteMutation.any())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(seed = "8", edgeCases = EdgeCasesMode.NONE)
  void manifests(@ForAll("texts") List<Mutation> mutations) {
    byte[] bytes = Mutation.all(MANIFEST, mutations);
    Path file = MANIFESTS.write("manifest.json", bytes);
    MANIFESTS.check(bytes.length, () -> Json.canonicalText(Json.read(file, Manifest.class)));
    MANIFESTS.check(bytes.length, () -> Json.field(file, "identity"));
  }
}
