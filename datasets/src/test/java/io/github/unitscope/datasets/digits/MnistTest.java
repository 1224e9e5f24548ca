package io.github.unitscope.datasets.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real files, where the environment says that they are there. */
class MnistTest {
  private static DatasetCatalog catalog;

  @BeforeAll
  static void find() {
    String data = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(data != null, "UNITSCOPE_DATA is not set");
    DataDirectory directory = DataDirectory.of(Path.of(data));
    assumeTrue(directory.find("mnist").isPresent(), "there is no MNIST in " + data);
    catalog = new DatasetCatalog(directory);
  }

  @Test
  void filesAreTheOfficialOnes() {
    Dataset mnist = catalog.load("mnist");
    MnistFile[] files = MnistFile.values();
    for (int i = 0; i < files.length; i++) {
      assertEquals(files[i].sha256(), mnist.sources().get(i).sha256());
    }
  }

  @Test
  void trainingFileIsSplitInto50000And10000() {
    Dataset mnist = catalog.load("mnist");
    Dataset whole = catalog.load("mnist-60000");
    assertEquals(50_000, mnist.train().size());
    assertEquals(10_000, mnist.validation().size());
    assertEquals(10_000, mnist.test().size());
    assertEquals(60_000, whole.train().size());
    int[] firstLabels = {5, 0, 4, 1, 9};
    for (int i = 0; i < firstLabels.length; i++) {
      assertEquals(firstLabels[i], mnist.train().label(i));
    }
    for (int i = 0; i < 10_000; i += 999) {
      assertEquals(whole.train().label(50_000 + i), mnist.validation().label(i));
    }
  }

  @Test
  void pixelsHaveTheirKnownMean() {
    Dataset mnist = catalog.load("mnist-60000");
    double mean = 0;
    for (float pixel : ImageStatistics.of(mnist.train(), 60_000).meanImage()) {
      mean += pixel / 784;
    }
    // 0.1307 is what everybody normalizes MNIST by.
    assertEquals(0.1307, mean, 1e-4);
  }
}
