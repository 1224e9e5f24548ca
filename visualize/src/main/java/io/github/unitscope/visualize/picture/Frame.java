package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.message.PlainText;
import java.util.List;
import java.util.Locale;

/**
 * One picture of an animation: rows of images below each other, The frames of an animation have the
 * same rows and differ in title, images and limit.
 *
 * @param title what is shown
 * @param subtitle what is true of this frame only, such as the step
 * @param columns labels above the columns
 * @param strips the rows
 * @param limit the absolute value that has the strongest red or blue
 */
public record Frame(
    String title, String subtitle, List<String> columns, List<Strip> strips, double limit) {

  /**
   * @throws IllegalArgumentException if a row has more images than there are columns
   */
  public Frame {
    title = PlainText.of(title);
    subtitle = PlainText.of(subtitle);
    columns = columns.stream().map(PlainText::of).toList();
    strips = List.copyOf(strips);
    for (Strip strip : strips) {
      if (strip.images().size() > columns.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "%d images in %d columns", strip.images().size(), columns.size()));
      }
    }
  }

  /** Whether any row uses the frame's scale, which is then drawn. */
  boolean hasScale() {
    return strips.stream().anyMatch(strip -> strip.shading() != Strip.Shading.UNIT_INTERVAL);
  }

  /** Whether the images of some rows have scales of their own. */
  boolean hasScales() {
    return strips.stream().anyMatch(strip -> strip.shading() == Strip.Shading.SIGNED_EACH);
  }
}
