package io.github.unitscope.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeformedImagesTest {
  private static final Seed SEED = Seed.root(4);

  /** Every pixel is its own column: a displacement can be read off. */
  private record Ramp(ImageShape shape, int size) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = i % shape.width();
      }
    }

    @Override
    public int label(int index) {
      return index;
    }
  }

  private static float[] read(ImageSet images, int index) {
    float[] pixels = new float[images.shape().size()];
    images.read(index, pixels);
    return pixels;
  }

  @Test
  void noDeformationIsTheIdentity() {
    SyntheticDigits digits = new SyntheticDigits(20, SEED);
    ElasticDeformation none = new ElasticDeformation(0, 4, 0, 0, 0);
    ImageSet same = new DeformedImages(digits, none, 100, SEED);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(read(digits, i), read(same, i), 1e-6f);
    }
  }

  @Test
  void displacementHasTheConfiguredRootMeanSquare() {
    ImageSet ramp = new Ramp(ImageShape.grey(56, 56), 1);
    ElasticDeformation elastic = new ElasticDeformation(1.2, 4, 0, 0, 0);
    ImageSet deformed = new DeformedImages(ramp, elastic, 400, SEED);
    double square = 0;
    int count = 0;
    for (int image = 0; image < 400; image++) {
      float[] pixels = read(deformed, image);
      for (int row = 15; row < 41; row++) {
        for (int column = 15; column < 41; column++) {
          double moved = pixels[row * 56 + column] - column;
          square += moved * moved;
          count++;
        }
      }
    }
    // Lengths are for images of 28 pixels, and this one has twice as many.
    assertEquals(2 * 1.2, Math.sqrt(square / count), 0.2);
  }

  @Test
  void passesGoOverTheImagesInOrderWithNewDeformations() {
    ImageSet digits = new SyntheticDigits(30, SEED);
    ImageSet deformed = new DeformedImages(digits, ElasticDeformation.DEFAULTS, 90, SEED);
    for (int i = 0; i < 90; i++) {
      assertEquals(digits.label(i % 30), deformed.label(i));
    }
    assertFalse(Arrays.equals(read(deformed, 7), read(deformed, 37)));
  }

  @Test
  void anImageIsAFunctionOfSeedAndIndexAlone() {
    ImageSet digits = new SyntheticDigits(30, SEED);
    ImageSet shorter = new DeformedImages(digits, ElasticDeformation.DEFAULTS, 90, SEED);
    ImageSet longer = new DeformedImages(digits, ElasticDeformation.DEFAULTS, 2_500_000, SEED);
    read(longer, 2_499_999);
    assertArrayEquals(read(shorter, 77), read(longer, 77));
  }

  @Test
  void channelsMoveTogetherAlsoInImagesThatAreNotSquare() {
    ImageSet ramp = new Ramp(new ImageShape(3, 9, 7), 1);
    float[] pixels = read(new DeformedImages(ramp, ElasticDeformation.DEFAULTS, 5, SEED), 3);
    assertArrayEquals(Arrays.copyOfRange(pixels, 0, 63), Arrays.copyOfRange(pixels, 126, 189));
  }
}
