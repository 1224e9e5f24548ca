package io.github.unitscope.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  @TempDir Path folder;

  @Test
  void aGivenFolderIsTheOnlyPlaceToLook() {
    assertEquals(
        List.of(Path.of("given")),
        DataDirectory.of(Path.of("given"), "variable", Path.of("home")).places());
  }

  @Test
  void elseTheEnvironmentComesBeforeTheCache() {
    assertEquals(
        List.of(Path.of("variable"), Path.of("home", ".cache", "unitscope")),
        DataDirectory.of(null, "variable", Path.of("home")).places());
    assertEquals(1, DataDirectory.of(null, " ", Path.of("home")).places().size());
  }

  @Test
  void theFirstPlaceThatHasTheFolderIsTaken() throws Exception {
    Path second = Files.createDirectories(folder.resolve("second").resolve("mnist"));
    DataDirectory directory =
        new DataDirectory(List.of(folder.resolve("first"), folder.resolve("second")));
    assertEquals(second, directory.find("mnist").orElseThrow());
  }

  @Test
  void missingDataAreSaidToBeMissingWithThePlacesAndTheWayOut() {
    DatasetCatalog catalog = new DatasetCatalog(DataDirectory.of(folder));
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> catalog.load("mnist"));
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("data fetch mnist"), e.getMessage());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    DatasetCatalog catalog = new DatasetCatalog(DataDirectory.of(folder));
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> catalog.load("cifar"));
    for (DatasetCatalog.Entry entry : catalog.entries()) {
      assertTrue(e.getMessage().contains(entry.name()), e.getMessage());
    }
  }

  @Test
  void builtInDigitsHaveTheAnnouncedSizes() {
    DatasetCatalog catalog = new DatasetCatalog(DataDirectory.of(folder));
    Dataset digits = catalog.load("synthetic");
    DatasetCatalog.Entry entry = catalog.entry("synthetic");
    assertEquals(entry.train(), digits.train().size());
    assertEquals(entry.validation(), digits.validation().size());
    assertEquals(entry.test(), digits.test().size());
    assertEquals(entry.shape(), digits.shape());
  }

  @Test
  void statisticsAreThoseOfTheFirstImages() {
    byte[] pixels = {(byte) 255, 0, 0, (byte) 255, (byte) 255, 0, 77, 77};
    ImageSet images = new ByteImages(ImageShape.grey(1, 2), pixels, null, 0, 4);
    ImageStatistics statistics = ImageStatistics.of(images, 3);
    assertEquals(3, statistics.images());
    assertEquals(1, statistics.meanNorm(), 1e-6);
    assertArrayEquals(new float[] {2 / 3f, 1 / 3f}, statistics.meanImage(), 1e-6f);
    assertEquals(ImageSet.NO_LABEL, images.label(0));
  }
}
