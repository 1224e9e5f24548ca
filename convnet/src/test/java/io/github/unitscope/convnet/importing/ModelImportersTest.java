package io.github.unitscope.convnet.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a format that lives here, in the tests. */
class ModelImportersTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    // What a file is called says nothing.
    return Files.writeString(folder.resolve("model.h5"), text);
  }

  private static ConvNetwork read(Path file, String until) {
    ImportRequest request = new ImportRequest(until, InputDeclaration.UNIT, List.of());
    return ModelImporters.read(ImportFile.open(file), request).network();
  }

  @Test
  void aFormatIsFoundByWhatIsInTheFile() throws IOException {
    ConvNetwork network = read(file("network of 2 grey pixels\ntimes -2\nrelu"), null);
    Readout readout = new Readout(2, Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      pass.input().writeRow(0, new float[] {0.5f, -1});
      pass.forward();
      assertArrayEquals(new float[] {0, 2}, pass.output(readout).toRows()[0], 1e-6f);
    }
  }

  @Test
  void partOfItCanBeImportedAndWhatIsOfferedIsThat() throws IOException {
    Path file = file("network of 2 grey pixels\ntimes 3\nrelu\nmagic");
    String message = assertThrows(InvalidInputException.class, () -> read(file, null)).getMessage();
    assertEquals(
        file
            + ": layer layer3 cannot be imported: unsupported layer kind 'magic';"
            + " to import less, use --until with one of layer1, layer2",
        message);
    assertEquals(2, read(file, "layer2").layers().size());
  }

  /** What readers throw is no text for people. */
  @Test
  void wordsOfLibrariesAreNotPassedOn() throws IOException {
    Path file = file("network of many grey pixels");
    String message = assertThrows(InvalidInputException.class, () -> read(file, null)).getMessage();
    assertEquals(
        file
            + " cannot be read as a network in words (damaged or incomplete?);"
            + " save or copy the model again",
        message);
  }

  @Test
  void aFileInNoFormatIsToldWhichThereAre() throws IOException {
    Path file = file("something else");
    String message = assertThrows(InvalidInputException.class, () -> read(file, null)).getMessage();
    assertTrue(message.startsWith(file + " has no format that can be imported; "), message);
    assertTrue(message.contains("Keras model in HDF5 (.h5)"), message);
    assertTrue(message.contains("network in words"), message);
  }
}
