package io.github.unitscope.experiments.reproduce.erhan2009;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.Cosine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final Subject UNITS = new Subject("m", Subject.TRAINED, 2);

  @Test
  void cosinesByHand() {
    float[][] a = {{3, 4}, {0, 0}};
    float[][] b = {{0, 2}, {1, 0}, {-3, -4}};
    float[][] cosines = Similarity.cosines(a, b);
    assertArrayEquals(new float[] {0.8f, 0.6f, -1}, cosines[0], 1e-6f);
    assertArrayEquals(new float[3], cosines[1]);
  }

  @Test
  void theNearestIsFoundAmongAllImages() {
    Dataset digits = new DatasetCatalog(DataDirectory.of(null)).load("synthetic");
    float[][] pictures = new float[3][digits.shape().size()];
    digits.train().read(9_999, pictures[0]);
    digits.validation().read(0, pictures[1]);
    pictures[2][400] = -1;
    double best = -1;
    float[] image = new float[digits.shape().size()];
    for (int i = 0; i < digits.train().size(); i++) {
      digits.train().read(i, image);
      best = Math.max(best, Cosine.between(image, pictures[1]));
    }
    try (Workers workers = new Workers(2)) {
      double[] nearest = Similarity.nearest(pictures, digits.train(), workers);
      assertEquals(1, nearest[0], 1e-5);
      assertEquals(best, nearest[1], 1e-5);
      assertTrue(nearest[2] <= 0);
    }
  }

  /** Units 0 and 1 find their own; unit 2's picture is that of unit 0. */
  @Test
  void agreementByHand() {
    float[][] first = {{1, 0}, {0, 1}, {1, 0}};
    float[][] second = {{2, 0}, {0, 3}, {1, 1}};
    List<Measurement> all = MethodAgreement.of(UNITS, "one and other", "pair", first, second);
    double half = Math.sqrt(0.5);
    assertArrayEquals(new double[] {1, 1, half}, all.get(0).values(), 1e-6);
    assertArrayEquals(new double[] {half / 2, half / 2, 0.5}, all.get(1).values(), 1e-6);
    assertArrayEquals(new double[] {1, 1, 0}, all.get(2).values());
    assertEquals("b.m.trained.layer2.pair.found", all.get(2).array());
  }

  @Test
  void pixelsAsStrongHaveTheWholeAreaAndOneHasLittle() {
    double[] areas =
        Area.of(new float[][] {{1, -1, 1, 1}, {0, 0, 5, 0}, {0, 2, 2, 0}, new float[4]});
    assertArrayEquals(new double[] {1, 0.25, 0.5, Double.NaN}, areas, 1e-12);
  }
}
