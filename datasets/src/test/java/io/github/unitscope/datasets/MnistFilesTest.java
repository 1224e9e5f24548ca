package io.github.unitscope.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFilesTest {
  private static final int PIXELS = 28 * 28;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    byte[] trainLabels = new byte[60_000];
    for (int i = 0; i < trainLabels.length; i++) {
      trainLabels[i] = (byte) (i / 6000);
    }
    byte[] trainPixels = new byte[60_000 * PIXELS];
    trainPixels[0] = (byte) 255;
    trainPixels[50_000 * PIXELS + 1] = 51;
    write(MnistFile.TRAIN_IMAGES, IdxFiles.of(trainPixels, 60_000, 28, 28));
    write(MnistFile.TRAIN_LABELS, IdxFiles.of(trainLabels, 60_000));
    write(MnistFile.TEST_IMAGES, IdxFiles.of(new byte[10_000 * PIXELS], 10_000, 28, 28));
    write(MnistFile.TEST_LABELS, IdxFiles.of(new byte[10_000], 10_000));
  }

  @Test
  void lastTenThousandOfTheTrainingFileAreForValidation() {
    Dataset mnist = Mnist.read(folder);
    assertEquals(50_000, mnist.train().size());
    assertEquals(10_000, mnist.validation().size());
    assertEquals(10_000, mnist.test().size());
    assertEquals("1x28x28", mnist.shape().toString());
    assertEquals(49_999 / 6000, mnist.train().label(49_999));
    assertEquals(50_000 / 6000, mnist.validation().label(0));
    assertEquals(9, mnist.validation().label(9_999));
  }

  @Test
  void valuesAreBytesOver255() {
    Dataset mnist = Mnist.read(folder);
    assertArrayEquals(new float[] {1, 0, 0}, head(mnist.train(), 0));
    assertArrayEquals(new float[] {0, 51 / 255f, 0}, head(mnist.validation(), 0));
    assertThrows(IndexOutOfBoundsException.class, () -> head(mnist.train(), 50_000));
    assertThrows(IndexOutOfBoundsException.class, () -> head(mnist.train(), -1));
  }

  @Test
  void wholeTrainsOnAllOfTheTrainingFile() {
    Dataset whole = Mnist.readWhole("whole", folder);
    assertEquals(60_000, whole.train().size());
    assertEquals(10_000, whole.validation().size());
    assertArrayEquals(new float[] {0, 51 / 255f, 0}, head(whole.train(), 50_000));
    assertArrayEquals(new float[] {0, 51 / 255f, 0}, head(whole.validation(), 0));
  }

  @Test
  void rawFilesServeWhereNoCompressedOnesAre() throws IOException {
    Files.delete(MnistFile.TEST_LABELS.in(folder));
    Path raw = folder.resolve(MnistFile.TEST_LABELS.fileName());
    Files.write(raw, IdxFiles.of(new byte[10_000], 10_000));
    assertEquals(raw, Mnist.read(folder).sources().get(3).path());
  }

  @Test
  void missingFile() throws IOException {
    Files.delete(MnistFile.TEST_IMAGES.in(folder));
    assertFails("t10k-images-idx3-ubyte.gz does not exist");
  }

  @Test
  void anotherNumberOrSizeOfImages() throws IOException {
    write(MnistFile.TEST_IMAGES, IdxFiles.of(new byte[PIXELS], 1, 28, 28));
    assertFails("[1, 28, 28] where [10000, 28, 28]");
    write(MnistFile.TEST_IMAGES, IdxFiles.of(new byte[10_000 * 4], 10_000, 2, 2));
    assertFails("[10000, 2, 2]");
  }

  @Test
  void imagesAndLabelsSwapped() throws IOException {
    write(MnistFile.TEST_LABELS, IdxFiles.of(new byte[10_000 * PIXELS], 10_000, 28, 28));
    assertFails("t10k-labels-idx1-ubyte.gz");
  }

  @Test
  void labelsThatAreNoDigits() throws IOException {
    for (int label : new int[] {10, 255}) {
      byte[] labels = new byte[10_000];
      labels[9_999] = (byte) label;
      write(MnistFile.TEST_LABELS, IdxFiles.of(labels, 10_000));
      assertFails("label " + label);
    }
  }

  @Test
  void theOfficialFiles() {
    String place = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(place != null, DataDirectory.VARIABLE + " is not set");
    Dataset mnist = Mnist.read(Path.of(place).resolve("mnist"));
    for (int i = 0; i < 4; i++) {
      assertEquals(MnistFile.values()[i].sha256(), mnist.sources().get(i).sha256());
    }
    assertEquals(5, mnist.train().label(0));
    assertEquals(3, mnist.validation().label(0));
    assertEquals(7, mnist.test().label(0));
    // Computed from the file without this code.
    assertEquals(9.2258057, ImageStatistics.of(mnist.train(), 50_000).meanNorm(), 1e-6);
  }

  private static float[] head(ImageSet set, int index) {
    float[] image = new float[PIXELS];
    set.read(index, image);
    return Arrays.copyOf(image, 3);
  }

  private void write(MnistFile file, byte[] bytes) throws IOException {
    // Without compression: these files are here to be wrong, not small.
    Files.write(folder.resolve(file.fileName() + ".gz"), bytes);
  }

  private void assertFails(String reason) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> Mnist.read(folder));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
