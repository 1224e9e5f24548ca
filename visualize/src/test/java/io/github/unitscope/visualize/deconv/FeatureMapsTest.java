package io.github.unitscope.visualize.deconv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.ArrayImages;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.TinyConvnet;
import io.github.unitscope.visualize.deconv.ReceptiveFieldCrop.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {
  private static final List<RectifierRule> RULES =
      List.of(RectifierRule.DECONVNET, RectifierRule.GRADIENT);

  private static ArrayImages images(ImageShape shape, float[]... rows) {
    return new ArrayImages(shape, rows);
  }

  private static float[] dot(int pixel, float value) {
    float[] image = new float[16];
    image[pixel] = value;
    return image;
  }

  /** Filter 0 looks at a pixel, filter 1 at the one above. */
  private static TinyConvnet network() {
    float[][] kernels = {{0, 0, 0, 0, 1, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0, 0, 0, 0}};
    return new TinyConvnet(4, 4, kernels, new float[][] {new float[8]}, true);
  }

  private static List<List<View>> views(int threads, int count, ArrayImages images) {
    try (Workers workers = new Workers(threads)) {
      return new FeatureMaps(network(), network().layer(1), RULES, 0.5f, workers)
          .views(List.of(0, 1), count, images, done -> {});
    }
  }

  @Test
  void theStrongestImagesComeFirstWithTheirPlaces() {
    ArrayImages images =
        images(ImageShape.grey(4, 4), dot(5, 0.5f), dot(2, 0.75f), dot(0, 0.25f), dot(7, 0.75f));
    List<List<View>> views = views(1, 3, images);
    assertEquals(
        List.of(
            new StrongestPlace(0, 1, 0, 2, 0.75f),
            new StrongestPlace(0, 3, 1, 3, 0.75f),
            new StrongestPlace(0, 0, 1, 1, 0.5f)),
        views.get(0).stream().map(View::place).toList());
    // Seen from the row below.
    assertEquals(new StrongestPlace(1, 1, 1, 2, 0.75f), views.get(1).get(0).place());
  }

  @Test
  void patchAndProjectionsShowTheSamePart() {
    View view = views(1, 1, images(ImageShape.grey(4, 4), dot(3, 0.75f))).get(0).get(0);
    assertEquals(new Window(0, 2, 2, 2), view.window());
    assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f, 0, 0.75f, 0.5f, 0, 0, 0.5f}, view.patch());
    assertArrayEquals(new float[] {0, 0, 0, 0, 0.75f, 0, 0, 0, 0}, view.projections().get(0));
    assertArrayEquals(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0}, view.projections().get(1));
  }

  @Test
  void areTheSameForAnyNumberOfThreads() {
    ArrayImages images = images(ImageShape.grey(4, 4), RandomValues.rows(Seed.root(1), 101, 16, 1));
    List<List<View>> one = views(1, 9, images);
    List<List<View>> three = views(3, 9, images);
    for (int channel = 0; channel < 2; channel++) {
      for (int i = 0; i < 9; i++) {
        View a = one.get(channel).get(i);
        View b = three.get(channel).get(i);
        assertEquals(a.place(), b.place());
        assertArrayEquals(a.projections().get(0), b.projections().get(0));
      }
    }
  }

  @Test
  void imagesOfAnotherShapeAndUnknownChannelsAreRefused() {
    ArrayImages images = images(ImageShape.grey(2, 8), new float[16]);
    String message =
        assertThrows(InvalidInputException.class, () -> views(1, 1, images)).getMessage();
    assertTrue(message.contains("1x2x8") && message.contains("1x4x4"), message);
    try (Workers workers = new Workers(1)) {
      FeatureMaps maps = new FeatureMaps(network(), network().layer(1), RULES, 0, workers);
      assertThrows(
          InvalidInputException.class,
          () -> maps.views(List.of(2), 1, images(ImageShape.grey(4, 4)), done -> {}));
    }
  }
}
