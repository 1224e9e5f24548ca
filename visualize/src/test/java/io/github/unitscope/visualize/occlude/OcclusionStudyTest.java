package io.github.unitscope.visualize.occlude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.TinyConvnet;
import io.github.unitscope.visualize.occlude.OcclusionStudy.Request;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OcclusionStudyTest {
  private static final Fill BLACK = new Fill(0.0);

  /**
   * Filter 0 is half the pixel, filter 1 the pixel where the one to its right is dark. Class 1 is
   * the more probable where the lower left of filter 1 is bright.
   */
  private static TinyConvnet network() {
    float[][] kernels = {{0, 0, 0, 0, 0.5f, 0, 0, 0, 0}, {0, 0, 0, 0, 1, -1, 0, 0, 0}};
    float[][] classes = new float[2][8];
    classes[0][1] = 1;
    classes[1][6] = 2;
    return new TinyConvnet(4, 4, kernels, classes, true);
  }

  /** A bright row above, and a dot at row 3, column 0. */
  private static float[] image() {
    return new float[] {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.9f, 0, 0, 0};
  }

  private static ImageOcclusion study(
      Network network, int layer, Strength strength, OptionalInt channel, OptionalInt subject) {
    Occluder occluder = new Occluder(ImageShape.grey(4, 4), 1, 1);
    try (Workers workers = new Workers(2)) {
      OcclusionMaps maps = new OcclusionMaps(network, occluder, BLACK, workers);
      return new OcclusionStudy(maps, network.layer(layer), strength)
          .of(List.of(new Request(image(), channel, subject)), done -> {})
          .get(0);
    }
  }

  private static ImageOcclusion study(Strength strength) {
    return study(network(), 1, strength, OptionalInt.empty(), OptionalInt.empty());
  }

  /** Filter 0 adds up to 2.45 and is 0.5 at most; filter 1 adds up to 1.9 and is 1 at most. */
  @Test
  void theStrongestMapIsThatOfTheSumOrOfTheMaximum() {
    assertEquals(0, study(Strength.SUM).channel());
    assertEquals(1, study(Strength.MAXIMUM).channel());
    assertEquals(
        0, study(network(), 1, Strength.MAXIMUM, OptionalInt.of(0), OptionalInt.empty()).channel());
  }

  @Test
  void theProjectionIsThatOfTheMapsStrongestActivation() {
    ImageOcclusion found = study(Strength.MAXIMUM);
    float[] expected = new float[16];
    // Beyond the border there is nothing to take the −1.
    expected[3] = 1;
    assertEquals(RectifierRule.DECONVNET, found.rule());
    assertArrayEquals(expected, found.projection());
  }

  @Test
  void theClassFollowedIsTheMostProbableOrTheOneAskedFor() {
    ImageOcclusion found = study(Strength.SUM);
    ImageOcclusion.ClassMaps maps = found.classes().orElseThrow();
    assertEquals(1, maps.subject());
    assertEquals(12, maps.probability().lowest());
    assertEquals(0, maps.mostProbable().values()[12]);
    assertEquals(15 / 16.0, maps.mostProbable().unchangedShare());
    float[] harmed = image();
    harmed[12] = 0;
    assertArrayEquals(harmed, found.mostHarmed());

    ImageOcclusion other =
        study(network(), 1, Strength.SUM, OptionalInt.empty(), OptionalInt.of(0));
    ImageOcclusion.ClassMaps complement = other.classes().orElseThrow();
    for (int i = 0; i < 16; i++) {
      double sum = maps.probability().values()[i] + complement.probability().values()[i];
      assertEquals(1, sum, 1e-6);
    }
    assertThrows(
        InvalidInputException.class,
        () -> study(network(), 1, Strength.SUM, OptionalInt.empty(), OptionalInt.of(2)));
  }

  @Test
  void anImageGivesTheSameAloneAndAmongOthers() {
    Occluder occluder = new Occluder(ImageShape.grey(4, 4), 2, 1);
    try (Workers workers = new Workers(2)) {
      OcclusionMaps maps = new OcclusionMaps(network(), occluder, Fill.MEAN, workers);
      OcclusionStudy study = new OcclusionStudy(maps, network().layer(1), Strength.SUM);
      Request request = new Request(image(), OptionalInt.empty(), OptionalInt.empty());
      Request other = new Request(new float[16], OptionalInt.of(1), OptionalInt.of(0));
      ImageOcclusion alone = study.of(List.of(request), done -> {}).get(0);
      ImageOcclusion among = study.of(List.of(other, request, other), done -> {}).get(1);
      assertEquals(alone.channel(), among.channel());
      assertArrayEquals(alone.total().values(), among.total().values());
      assertArrayEquals(
          alone.classes().orElseThrow().probability().values(),
          among.classes().orElseThrow().probability().values());
      assertArrayEquals(alone.projection(), among.projection());
    }
  }

  @Test
  void aNetworkWithoutClassesOrRectifiersHasItsUnitAndItsGradient() {
    LogisticStack network = RandomNetworks.stack(ImageShape.grey(4, 4), Seed.root(1), 2, 6, 3);
    ImageOcclusion found =
        study(network, 2, Strength.MAXIMUM, OptionalInt.of(2), OptionalInt.empty());
    assertTrue(found.classes().isEmpty());
    assertEquals(RectifierRule.GRADIENT, found.rule());
    assertEquals(found.total().lowest(), found.main().lowest());
  }
}
