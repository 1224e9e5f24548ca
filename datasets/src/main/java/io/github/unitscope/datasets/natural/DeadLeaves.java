package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenes of occluding discs, "dead leaves" (Matheron 1968; Lee, Mumford, Huang 2001): with radii r
 * distributed as r^−3 and independent brightness their spectra fall as those of photographs do,
 * about 1/f in amplitude, and their edges are sharp. For those who have no photographs at hand.
 *
 * @param size side of a scene, in pixels
 * @param scenes how many
 * @param smallestRadius in pixels
 * @param largestRadius in pixels
 * @param seed of everything
 */
public record DeadLeaves(
    int size, int scenes, double smallestRadius, double largestRadius, long seed) {
  /** Scenes of 256×256 with leaves from 2 to 128 pixels. */
  public static final DeadLeaves DEFAULTS = new DeadLeaves(256, 24, 2, 128, 0);

  /** What is still bare after so many leaves a pixel stays black. */
  private static final int MOST_LEAVES_PER_PIXEL = 4;

  /** The scenes; values in [0, 1], every scene a pure function of the seed and its number. */
  public List<Picture> draw(boolean colour) {
    List<Picture> pictures = new ArrayList<>();
    for (int scene = 0; scene < scenes; scene++) {
      pictures.add(draw(Seed.root(seed).derive("dead leaves").derive(scene).stream(), colour));
    }
    return pictures;
  }

  /** From front to back: a leaf covers only what is still bare. */
  private Picture draw(SplitMix64 random, boolean colour) {
    float[][] planes = new float[colour ? 3 : 1][size * size];
    boolean[] covered = new boolean[size * size];
    int bare = covered.length;
    long most = (long) MOST_LEAVES_PER_PIXEL * covered.length;
    for (long leaf = 0; leaf < most && bare > 0; leaf++) {
      double radius = radius(random.nextDouble());
      double x = (size + 2 * radius) * random.nextDouble() - radius;
      double y = (size + 2 * radius) * random.nextDouble() - radius;
      float[] shade = new float[planes.length];
      for (int channel = 0; channel < shade.length; channel++) {
        shade[channel] = random.nextFloat();
      }
      bare -= cover(x, y, radius, shade, planes, covered);
    }
    return new Picture(size, size, planes);
  }

  /** The quantile u of a density proportional to r^−3 between the two radii. */
  private double radius(double u) {
    double least = 1 / (largestRadius * largestRadius);
    double most = 1 / (smallestRadius * smallestRadius);
    return 1 / Math.sqrt(most - u * (most - least));
  }

  private int cover(
      double x, double y, double radius, float[] shade, float[][] planes, boolean[] covered) {
    int count = 0;
    int top = Math.max(0, (int) Math.ceil(y - radius));
    int bottom = Math.min(size - 1, (int) Math.floor(y + radius));
    for (int row = top; row <= bottom; row++) {
      double half = Math.sqrt(Math.max(0, radius * radius - (row - y) * (row - y)));
      int left = Math.max(0, (int) Math.ceil(x - half));
      int right = Math.min(size - 1, (int) Math.floor(x + half));
      for (int pixel = row * size + left; pixel <= row * size + right; pixel++) {
        if (!covered[pixel]) {
          covered[pixel] = true;
          count++;
          for (int channel = 0; channel < shade.length; channel++) {
            planes[channel][pixel] = shade[channel];
          }
        }
      }
    }
    return count;
  }
}
