package io.github.unitscope.visualize.occlude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.TinyConvnet;
import io.github.unitscope.visualize.occlude.Correspondence.Distances;
import io.github.unitscope.visualize.occlude.Correspondence.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {
  /** One filter: the pixel itself. */
  private static Distances of(int layer, List<Place> places, float[]... images) {
    TinyConvnet network =
        new TinyConvnet(
            4, 4, new float[][] {{0, 0, 0, 0, 1, 0, 0, 0, 0}}, new float[][] {new float[4]}, true);
    Occluder square = new Occluder(ImageShape.grey(4, 4), 1, 1);
    try (Workers workers = new Workers(2)) {
      return new Correspondence(network, square, Fill.GREY, workers)
          .of(network.layer(layer), images, List.of(places, places))
          .get(1);
    }
  }

  private static float[] image(int pixel, float value) {
    float[] image = new float[16];
    image[pixel] = value;
    return image;
  }

  /**
   * Grey over white lowers unit 0 of image 0 and unit 5 of image 1, and raises unit 0 of image 2,
   * which is black there.
   */
  @Test
  void countsUnitsThatChangeInOtherDirections() {
    List<Place> places = List.of(new Place(0, 0), new Place(1, 1), new Place(0, 0));
    Distances distances = of(1, places, image(0, 1), image(5, 1), image(5, 1));
    // 0 and 1 differ at units 0 and 5, 0 and 2 at unit 0, 1 and 2 at units 0 and 5.
    assertArrayEquals(new double[] {2 / 16.0, 1 / 16.0, 2 / 16.0}, distances.distances());
    assertEquals(5 / 48.0, distances.mean(), 1e-12);
    assertEquals(Math.sqrt(2) / 48, distances.deviation(), 1e-12);
  }

  /** Pooling sees both places as the same part: all changes of its unit 0 go down. */
  @Test
  void aLayerThatTakesPlacesForTheSameFindsNoDifference() {
    List<Place> places = List.of(new Place(0, 0), new Place(1, 1));
    assertEquals(0, of(2, places, image(0, 1), image(5, 1)).mean());
  }

  @Test
  void oneImageHasNothingToCorrespondTo() {
    assertThrows(
        IllegalArgumentException.class, () -> of(1, List.of(new Place(0, 0)), image(0, 1)));
  }
}
