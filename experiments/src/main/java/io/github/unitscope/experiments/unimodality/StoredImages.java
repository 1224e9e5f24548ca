package io.github.unitscope.experiments.unimodality;

import java.util.List;

/** The images of a layer's ascents, read a part at a time when they are asked for in order. */
final class StoredImages {
  private final StudyResults results;
  private final List<Part> parts;
  private final int rowsPerPart;
  private int current = -1;
  private float[][] images;

  StoredImages(StudyResults results, List<Part> parts, int restarts) {
    this.results = results;
    this.parts = parts;
    this.rowsPerPart = parts.get(0).units().size() * restarts;
  }

  /** Values of an image. */
  int inputs() {
    return row(0).length;
  }

  /**
   * An image.
   *
   * @param row all restarts of the first unit, then of the next
   */
  float[] row(int row) {
    int part = row / rowsPerPart;
    if (part != current) {
      images = results.ascents(parts.get(part)).images();
      current = part;
    }
    return images[row % rowsPerPart];
  }
}
