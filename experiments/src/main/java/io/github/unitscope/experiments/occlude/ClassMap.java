package io.github.unitscope.experiments.occlude;

import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import io.github.unitscope.visualize.picture.Swatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A map of the most probable class, in colours. */
final class ClassMap {
  private final OcclusionMap map;
  private final ClassColours colours;

  /**
   * @param map of class numbers
   */
  ClassMap(OcclusionMap map) {
    this.map = map;
    this.colours = ClassColours.of(map);
  }

  /**
   * What the colours stand for, with the share of the positions.
   *
   * @param names of classes, by number
   */
  List<Swatch> key(IntFunction<String> names) {
    List<Swatch> key = new ArrayList<>();
    for (int number : colours.classes()) {
      String text =
          String.format(
              Locale.ROOT, "%s, %s %%", names.apply(number), Numbers.brief(100 * share(number)));
      key.add(new Swatch(colours.rgb(number), text));
    }
    if (colours.hasOthers()) {
      key.add(new Swatch(ClassColours.OTHER, "other classes"));
    }
    return key;
  }

  /** The colours at the size of the image: [3, height, width], 0 to 1. */
  float[] pixels() {
    float[] numbers = map.atImageSize();
    int plane = numbers.length;
    float[] pixels = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      int rgb = colours.rgb((int) numbers[i]);
      for (int channel = 0; channel < 3; channel++) {
        pixels[channel * plane + i] = (rgb >> (16 - 8 * channel) & 0xFF) / 255f;
      }
    }
    return pixels;
  }

  private double share(int number) {
    return Arrays.stream(map.values()).filter(value -> value == number).count()
        / (double) map.values().length;
  }
}
