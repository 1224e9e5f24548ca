package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.storage.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** Model folders of every kind. */
@Tag("slow")
class HostileModelTest {
  private static final Reading MODELS = new Reading("models");
  private static final Map<SmallModels, SmallModels.Files> FILES = new EnumMap<>(SmallModels.class);

  static {
    for (SmallModels kind : SmallModels.values()) {
      FILES.put(kind, kind.make());
    }
  }

  @AfterContainer
  static void end() {
    MODELS.close();
  }

  @Provide
  static Arbitrary<List<Mutation>> descriptions() {
    return Arbitraries.oneOf(JsonMutation.any(), JsonMutation.any(), ByteMutation.any())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  static Arbitrary<List<Mutation>> archives() {
    return Arbitraries.oneOf(ZipMutation.any(), ZipMutation.any(), ByteMutation.any())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Example
  void whatIsNotChangedIsRead() {
    FILES.forEach(
        (kind, files) -> {
          Path folder = write(files.description(), files.weights());
          assertEquals(folder, Models.read(folder).path());
        });
  }

  @Property(seed = "4", edgeCases = EdgeCasesMode.NONE)
  void descriptions(@ForAll SmallModels kind, @ForAll("descriptions") List<Mutation> mutations) {
    SmallModels.Files files = FILES.get(kind);
    check(Mutation.all(files.description(), mutations), files.weights());
  }

  /** Half of the models are convolutional: their descriptions say most. */
  @Property(seed = "5", edgeCases = EdgeCasesMode.NONE)
  void descriptionsOfConvolutions(@ForAll("descriptions") List<Mutation> mutations) {
    SmallModels.Files files = FILES.get(SmallModels.CONVNET);
    check(Mutation.all(files.description(), mutations), files.weights());
  }

  @Property(seed = "6", edgeCases = EdgeCasesMode.NONE)
  void weights(@ForAll SmallModels kind, @ForAll("archives") List<Mutation> mutations) {
    SmallModels.Files files = FILES.get(kind);
    check(files.description(), Mutation.all(files.weights(), mutations));
  }

  @Property(seed = "7", edgeCases = EdgeCasesMode.NONE)
  void both(
      @ForAll SmallModels kind,
      @ForAll("descriptions") List<Mutation> descriptions,
      @ForAll("archives") List<Mutation> archives) {
    SmallModels.Files files = FILES.get(kind);
    check(Mutation.all(files.description(), descriptions), Mutation.all(files.weights(), archives));
  }

  private static void check(byte[] description, byte[] weights) {
    Path folder = write(description, weights);
    MODELS.check((long) description.length + weights.length, () -> Models.read(folder));
  }

  private static Path write(byte[] description, byte[] weights) {
    try {
      Path folder = Files.createDirectories(MODELS.folder().resolve("model"));
      Files.write(folder.resolve(ModelFiles.DESCRIPTION), description);
      Files.write(folder.resolve(ModelFiles.WEIGHTS), weights);
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
