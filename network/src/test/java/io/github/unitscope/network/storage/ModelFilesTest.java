package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A model folder that somebody else works on while it is read. */
class ModelFilesTest {
  @TempDir Path folder;

  private Path model(String name, float weight, String run) {
    Path model = folder.resolve(name);
    AtomicFile.write(
        model.resolve(ModelFiles.DESCRIPTION),
        "{\"kind\": \"k\"}".getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        model.resolve(ModelFiles.WEIGHTS),
        out -> {
          try (NpzWriter npz = NpzWriter.stored(out)) {
            npz.add("weights", NpyArray.of(new float[] {weight}, 1));
          }
        });
    AtomicFile.write(
        model.resolve(StagedFolder.MANIFEST),
        ("{\"identity\": \"" + run + "\"}").getBytes(StandardCharsets.UTF_8));
    return model;
  }

  private static float weight(ModelFiles files) {
    try (NpzReader npz = files.weights()) {
      return npz.get("weights").floats()[0];
    }
  }

  @Test
  void theSourceIsOfTheFilesThatWereRead() {
    Path model = model("a", 1, "one");
    ModelFiles.Read<Float> read = ModelFiles.read(model, ModelFilesTest::weight);
    assertEquals(1, read.content());
    assertEquals(ModelFiles.sha256(model), read.source().sha256());
    assertEquals("one", read.source().run());
    assertEquals(model.toString(), read.source().path());
  }

  /** As train --force does it: two renames. */
  @Test
  void aFolderThatIsReplacedMeanwhileIsRefused() {
    Path model = model("a", 1, "one");
    Path newer = model("b", 2, "two");
    assertChanged(
        model,
        () -> {
          Files.move(model, folder.resolve("old"));
          Files.move(newer, model);
        });
  }

  @Test
  void whatIsWrongWithMixedFilesIsNotWhatIsSaid() {
    Path model = model("a", 1, "one");
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                ModelFiles.read(
                    model,
                    files -> {
                      change(() -> Files.delete(model.resolve(ModelFiles.WEIGHTS)));
                      return weight(files);
                    }));
    assertEquals(message(model), e.getMessage());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void weightsThatAreWrittenOverMeanwhileAreRefused() throws IOException {
    Path model = model("a", 1, "one");
    byte[] other = Files.readAllBytes(model("b", 2, "two").resolve(ModelFiles.WEIGHTS));
    Path weights = model.resolve(ModelFiles.WEIGHTS);
    FileTime time = Files.getLastModifiedTime(weights);
    assertChanged(
        model,
        () -> {
          // The clock of files ticks every few milliseconds.
          Thread.sleep(50);
          Files.write(weights, other);
          Files.setLastModifiedTime(weights, time);
        });
  }

  @Test
  void anotherManifestMeanwhileIsRefused() {
    Path model = model("a", 1, "one");
    Path newer = model("b", 1, "two");
    assertChanged(
        model,
        () -> {
          Path manifest = model.resolve(StagedFolder.MANIFEST);
          Files.delete(manifest);
          Files.move(newer.resolve(StagedFolder.MANIFEST), manifest);
        });
  }

  private interface Change {
    void make() throws IOException, InterruptedException;
  }

  private static void change(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String message(Path model) {
    return "the model " + model + " changed while it was being read; run again";
  }

  /** After the last weight was read: whatever is hashed from then on is of another model. */
  private static void assertChanged(Path model, Change change) {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () ->
                ModelFiles.read(
                    model,
                    files -> {
                      float weight = weight(files);
                      change(change);
                      return weight;
                    }));
    assertTrue(e.getMessage().equals(message(model)), e.getMessage());
  }
}
