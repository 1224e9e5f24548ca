package io.github.unitscope.visualize.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformTest {
  private static final ImageShape SHAPE = new ImageShape(2, 9, 7);
  private static final Seed SEED = Seed.root(8);

  static Stream<Transform> transforms() {
    return Stream.of(
        new Pad(3, 0.5),
        new Jitter(4),
        new RandomScale(0.6, 0.7),
        new RandomScale(1.3, 1.9),
        new RandomRotate(-40, 50),
        new Fit(5, 12, 0.5),
        new Composite(Transforms.robust(new ImageShape(2, 64, 64), 0.5)),
        new Composite(Transforms.parse("pad=2 jitter=1 scale=0.9:1.1 rotate=-10:10", 0.25)));
  }

  private static float[] random(int count, int purpose) {
    SplitMix64 random = SEED.derive(purpose).stream();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** ⟨A x, y⟩ = ⟨x, Aᵀ y⟩, where A is the map without what it does to the zero image. */
  @ParameterizedTest
  @MethodSource("transforms")
  void adjointIsThatOfTheLinearPart(Transform transform) {
    for (int draw = 0; draw < 5; draw++) {
      Warp warp = transform.draw(SHAPE, SEED.derive(draw).stream());
      float[] x = random(SHAPE.size(), 100 + draw);
      float[] y = random(warp.output().size(), 200 + draw);
      float[] mapped = new float[y.length];
      float[] ofZero = new float[y.length];
      warp.apply(x, mapped);
      warp.apply(new float[x.length], ofZero);
      float[] back = random(x.length, 300);
      warp.adjoint(y, back);
      assertEquals(dot(mapped, y) - dot(ofZero, y), dot(x, back), 1e-4, transform.describe());
    }
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void sameStateGivesTheSameBits(Transform transform) {
    float[] x = random(SHAPE.size(), 1);
    Warp one = transform.draw(SHAPE, SEED.stream());
    Warp other = transform.draw(SHAPE, SEED.stream());
    float[] first = new float[one.output().size()];
    float[] second = new float[other.output().size()];
    one.apply(x, first);
    other.apply(x, second);
    assertArrayEquals(first, second);
  }

  private static float[] apply(Transform transform, ImageShape shape, float... image) {
    Warp warp = transform.draw(shape, SEED.stream());
    float[] output = new float[warp.output().size()];
    warp.apply(image, output);
    return output;
  }

  @Test
  void valuesAreThoseWorkedByHand() {
    ImageShape row = ImageShape.grey(1, 4);
    assertArrayEquals(
        new float[] {9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 9},
        apply(new Pad(1, 9), row, 1, 2, 3, 4));
    assertArrayEquals(new float[] {2, 3}, apply(new Fit(1, 2, 9), row, 1, 2, 3, 4));
    assertArrayEquals(new float[] {9, 1, 2, 3, 4, 9}, apply(new Fit(1, 6, 9), row, 1, 2, 3, 4));
    // Twice as large: places −0.25, 0.25, 0.75, 1.25, … of the row; beyond its ends the last pixel.
    assertArrayEquals(
        new float[] {1, 1.25f, 1.75f, 2},
        Arrays.copyOf(apply(new RandomScale(2, 2), ImageShape.grey(1, 2), 1, 2), 4));
    // A quarter turn about the middle: rows become columns.
    assertArrayEquals(
        new float[] {2, 4, 1, 3},
        apply(new RandomRotate(90, 90), ImageShape.grey(2, 2), 1, 2, 3, 4),
        1e-6f);
  }

  @Test
  void jitterCutsEveryRectangleThereIs() {
    ImageShape shape = ImageShape.grey(3, 4);
    float[] image = {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23};
    Set<Float> corners = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Warp warp = new Jitter(2).draw(shape, SEED.derive(i).stream());
      float[] cut = new float[2];
      warp.apply(image, cut);
      assertEquals(cut[0] + 1, cut[1]);
      corners.add(cut[0]);
    }
    assertEquals(Set.of(0f, 1f, 2f, 10f, 11f, 12f, 20f, 21f, 22f), corners);
  }

  @Test
  void robustTransformsAreScaledToSmallImages() {
    assertEquals(
        List.of("pad=12", "jitter=8", "scale=0.9:1.1", "rotate=-10.0:10.0", "jitter=4"),
        describe(new ImageShape(3, 128, 200)));
    assertEquals(
        List.of("pad=3", "jitter=2", "scale=0.9:1.1", "rotate=-10.0:10.0", "jitter=1"),
        describe(ImageShape.grey(28, 28)));
  }

  private static List<String> describe(ImageShape shape) {
    return Transforms.robust(shape, 0.5).stream().map(Transform::describe).toList();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    for (String text :
        List.of(
            "wobble=3",
            "pad",
            "pad=x",
            "pad=1.5",
            "scale=1:2:3",
            "pad=-1",
            "scale=1.1:0.9",
            "rotate=0:999",
            "jitter=")) {
      String message =
          assertThrows(InvalidInputException.class, () -> Transforms.parse(text, 0)).getMessage();
      assertTrue(message.length() > 20 && !message.contains("\n"), message);
    }
    assertThrows(InvalidInputException.class, () -> new Jitter(9).draw(SHAPE, SEED.stream()));
  }
}
