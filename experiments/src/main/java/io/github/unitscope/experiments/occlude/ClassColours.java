package io.github.unitscope.experiments.occlude;

import io.github.unitscope.visualize.occlude.OcclusionMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Colours of the classes of a map: those that are most probable at most positions have one each,
 * and the class of the whole image always has the first.
 *
 * @param classes those that have a colour, in the order of the colours
 * @param hasOthers whether there are more
 */
record ClassColours(List<Integer> classes, boolean hasOthers) {
  /** Grey: classes that have no colour of their own. */
  static final int OTHER = 0x999999;

  /** Told apart by most of the colour-blind too (after Okabe and Ito). */
  private static final int[] COLOURS = {
    0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0xF0E442, 0x000000
  };

  /** Colours for a map of class numbers. */
  static ClassColours of(OcclusionMap map) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (double value : map.values()) {
      counts.merge((int) value, 1, Integer::sum);
    }
    int whole = (int) map.uncovered();
    List<Integer> order = new ArrayList<>(counts.keySet());
    order.remove((Integer) whole);
    order.sort((a, b) -> Integer.compare(counts.get(b), counts.get(a)));
    order.add(0, whole);
    int coloured = Math.min(COLOURS.length, order.size());
    return new ClassColours(List.copyOf(order.subList(0, coloured)), coloured < order.size());
  }

  /** The colour of a class, 0xRRGGBB. */
  int rgb(int number) {
    int place = classes.indexOf(number);
    return place < 0 ? OTHER : COLOURS[place];
  }
}
