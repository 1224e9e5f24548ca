package io.github.unitscope.network.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  private static final TinyNetwork TINY =
      new TinyNetwork(ImageShape.grey(1, 4), new float[] {1, 2, 3, 4});

  @TempDir Path folder;

  @Test
  void aKindThatIsRegisteredIsSavedAndLoaded() {
    Path place = folder.resolve("model");
    Models.save(TINY, new TrainedOn(2.5, "synthetic"), place);
    assertArrayEquals(TINY.scales(), ((TinyNetwork) Models.load(place)).scales());
    StoredModel stored = Models.read(place);
    assertEquals("tiny network", stored.format().name());
    assertEquals(new TrainedOn(2.5, "synthetic"), stored.trainedOn());
    assertEquals(ModelFiles.sha256(place), stored.source().sha256());
  }

  @Test
  void imagesThatAreNotKnownHaveTheNormOfAGreyOne() {
    Models.save(TINY, folder.resolve("model"));
    assertEquals(new TrainedOn(1, ""), Models.read(folder.resolve("model")).trainedOn());
  }

  @Test
  void anUnknownKindIsToldWithThoseThatThereAre() throws IOException {
    Files.writeString(folder.resolve(ModelFiles.DESCRIPTION), "{\"kind\": \"vae\"}");
    assertEquals(
        folder.resolve(ModelFiles.DESCRIPTION) + ": unknown model kind 'vae'; expected one of tiny",
        problem(() -> Models.load(folder)));
  }

  @Test
  void aFolderWithoutAModelSaysWhatItLacks() {
    assertEquals(
        folder + " is not a model folder (it has no model.json)",
        problem(() -> Models.load(folder)));
  }

  @Test
  void nothingIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertEquals(file + " exists: save to a new folder", problem(() -> Models.save(TINY, file)));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aNetworkOfNoKindIsRefused() {
    Network other =
        new Network() {
          @Override
          public ImageShape inputShape() {
            return ImageShape.grey(1, 1);
          }

          @Override
          public List<Layer> layers() {
            return List.of();
          }

          @Override
          public Pass newPass(Set<Readout> readouts) {
            throw new UnsupportedOperationException();
          }
        };
    String problem = problem(() -> Models.save(other, folder.resolve("model")));
    assertEquals("this network cannot be saved; expected one of the kinds: tiny", problem);
    assertFalse(Files.exists(folder.resolve("model")));
  }

  @Test
  void aParameterThatIsNotANumberIsRefused() {
    TinyNetwork spoiled = new TinyNetwork(ImageShape.grey(1, 1), new float[] {Float.NaN});
    assertEquals(
        "array 'scales' has a value that is not a finite number",
        problem(() -> Models.save(spoiled, folder.resolve("model"))));
    assertFalse(Files.exists(folder.resolve("model")));
  }

  private static String problem(Executable action) {
    return assertThrows(InvalidInputException.class, action).getMessage();
  }
}
