package io.github.unitscope.visualize.probe;

import io.github.unitscope.network.ImageShape;

/**
 * What of a layer a probe sees: all units, or averages over the cells of a coarse grid.
 *
 * @param from the shape of the layer
 * @param to the shape of the features: the same channels, at most as many rows and columns
 */
public record FeatureGrid(ImageShape from, ImageShape to) {

  /**
   * The finest grid of at most so many features; a layer without places is taken as it is.
   *
   * @param most features, unless there are more channels than that
   */
  public static FeatureGrid of(ImageShape layer, int most) {
    int longer = Math.max(layer.height(), layer.width());
    for (int side = longer; side > 1; side--) {
      ImageShape grid =
          new ImageShape(
              layer.channels(),
              scaled(layer.height(), side, longer),
              scaled(layer.width(), side, longer));
      if (grid.size() <= most) {
        return new FeatureGrid(layer, grid);
      }
    }
    return new FeatureGrid(layer, new ImageShape(layer.channels(), 1, 1));
  }

  private static int scaled(int length, int side, int longer) {
    return Math.max(1, (int) Math.round((double) length * side / longer));
  }

  /** Whether features are averages. */
  public boolean isPooled() {
    return !from.equals(to);
  }

  /**
   * Averages over cells. Cell i of n covers what begins at ⌊i·length/n⌋ and ends before
   * ⌈(i+1)·length/n⌉: where the grid does not divide the layer, neighbours share a row or column.
   *
   * @param values of the layer [channels × height × width]
   * @param features [channels × rows × columns], overwritten
   */
  public void pool(float[] values, float[] features) {
    if (!isPooled()) {
      System.arraycopy(values, 0, features, 0, features.length);
      return;
    }
    int feature = 0;
    for (int channel = 0; channel < to.channels(); channel++) {
      for (int row = 0; row < to.height(); row++) {
        for (int column = 0; column < to.width(); column++) {
          features[feature++] = mean(values, channel, row, column);
        }
      }
    }
  }

  private float mean(float[] values, int channel, int row, int column) {
    int top = row * from.height() / to.height();
    int bottom = ((row + 1) * from.height() + to.height() - 1) / to.height();
    int left = column * from.width() / to.width();
    int right = ((column + 1) * from.width() + to.width() - 1) / to.width();
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += values[(channel * from.height() + y) * from.width() + x];
      }
    }
    return (float) (sum / ((bottom - top) * (right - left)));
  }
}
