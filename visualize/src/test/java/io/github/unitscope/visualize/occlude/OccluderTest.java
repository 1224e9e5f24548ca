package io.github.unitscope.visualize.occlude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccluderTest {
  @Test
  void coversASquareInAllChannelsAndChangesNothingElse() {
    Occluder occluder = new Occluder(new ImageShape(2, 3, 4), 2, 1);
    float[] image = new float[24];
    float[] covered = new float[24];
    // Position 6 is row 1, column 2: the square covers rows 0 and 1, columns 1 and 2.
    occluder.cover(image, 6, new float[] {5, 7}, covered);
    assertArrayEquals(
        new float[] {0, 5, 5, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0, 7, 7, 0, 0, 7, 7, 0, 0, 0, 0, 0},
        covered);
    assertArrayEquals(new float[24], image);
  }

  @Test
  void isClippedAtTheBorder() {
    Occluder occluder = new Occluder(ImageShape.grey(3, 3), 3, 1);
    float[] covered = new float[9];
    occluder.cover(new float[9], 0, new float[] {1}, covered);
    assertArrayEquals(new float[] {1, 1, 0, 1, 1, 0, 0, 0, 0}, covered);
    occluder.cover(new float[9], 8, new float[] {1}, covered);
    assertArrayEquals(new float[] {0, 0, 0, 0, 1, 1, 0, 1, 1}, covered);
  }

  @ParameterizedTest
  @CsvSource({"28, 28, 1", "224, 224, 8", "5, 9, 2", "7, 6, 3", "10, 4, 4"})
  void everyPixelBelongsToThePositionWhoseCentreIsNearest(int height, int width, int stride) {
    Occluder occluder = new Occluder(ImageShape.grey(height, width), 1, stride);
    for (int y = 0; y < height; y++) {
      int row = occluder.nearest(y, 0) / occluder.columns();
      for (int other = 0; other < occluder.rows(); other++) {
        int distance = Math.abs(occluder.centreRow(row) - y);
        assertTrue(distance <= Math.abs(occluder.centreRow(other) - y), y + " of " + height);
      }
    }
    int last = occluder.centreColumn(occluder.columns() - 1);
    int before = occluder.centreColumn(0);
    int behind = width - 1 - last;
    assertTrue(before >= 0 && behind >= 0 && Math.abs(before - behind) <= 1, before + " " + behind);
  }

  @Test
  void theDefaultSquareIsAFifthOfTheImage() {
    assertEquals(
        new Occluder(new ImageShape(3, 224, 224), 45, 8),
        Occluder.forImage(new ImageShape(3, 224, 224)));
    assertEquals(
        new Occluder(ImageShape.grey(28, 28), 6, 1), Occluder.forImage(ImageShape.grey(28, 28)));
  }

  @Test
  void sizesMustFitTheImage() {
    ImageShape shape = ImageShape.grey(4, 8);
    assertThrows(InvalidInputException.class, () -> new Occluder(shape, 5, 1));
    assertThrows(InvalidInputException.class, () -> new Occluder(shape, 0, 1));
    assertThrows(InvalidInputException.class, () -> new Occluder(shape, 2, 0));
  }

  @Test
  void theMeanIsThatOfEachChannel() {
    float[] image = {1, 2, 3, 4, 0, 0, 0, 1};
    ImageShape shape = new ImageShape(2, 2, 2);
    assertArrayEquals(new float[] {2.5f, 0.25f}, Fill.MEAN.of(image, shape));
    assertArrayEquals(new float[] {0.5f, 0.5f}, Fill.GREY.of(image, shape));
    assertThrows(InvalidInputException.class, () -> new Fill(2.0).requireIn(ImageRange.UNIT));
    assertThrows(InvalidInputException.class, () -> new Fill(Double.NaN));
  }
}
