package io.github.unitscope.visualize.stream;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.numerics.Matrix;

/** Reads units or channels of a layer. Not safe for use by several threads at once. */
public final class LayerReader {
  private final Layer layer;
  private final ChannelReduction reading;
  private final float[] values;
  private final int[] places;
  private float[] columns = new float[0];

  /**
   * @param most how many images are read at once, at the most
   */
  public LayerReader(Layer layer, ChannelReduction reading, int most) {
    this.layer = layer;
    this.reading = reading;
    this.values = new float[most];
    this.places = new int[most];
  }

  /**
   * Reads one unit or channel for several images; {@link #value} and {@link #place} tell them.
   *
   * @param output of the layer [rows, units]
   * @param subject the unit or channel
   * @param rows of the images
   */
  public void read(Matrix output, int subject, int[] rows) {
    int count = reading.places(layer);
    int height = output.rows();
    if (columns.length < count * height) {
      columns = new float[count * height];
    }
    output.readColumns(subject * count, count, columns);
    for (int i = 0; i < rows.length; i++) {
      switch (reading) {
        case UNIT -> {
          values[i] = columns[rows[i]];
          places[i] = subject % layer.places();
        }
        case CHANNEL_MAXIMUM -> maximum(i, count, rows[i], height);
        case CHANNEL_MEAN -> mean(i, count, rows[i], height);
      }
    }
  }

  private void maximum(int image, int count, int row, int height) {
    int best = 0;
    for (int place = 1; place < count; place++) {
      // NaN is kept, to be found by whoever reads it.
      float value = columns[place * height + row];
      best = value > columns[best * height + row] || Float.isNaN(value) ? place : best;
    }
    values[image] = columns[best * height + row];
    places[image] = best;
  }

  private void mean(int image, int count, int row, int height) {
    double sum = 0;
    for (int place = 0; place < count; place++) {
      sum += columns[place * height + row];
    }
    values[image] = (float) (sum / count);
    places[image] = ChannelReduction.NOWHERE;
  }

  /** The value for an image of the last {@link #read}. */
  public float value(int image) {
    return values[image];
  }

  /** The place that it is at, row · width + column, or {@link ChannelReduction#NOWHERE}. */
  public int place(int image) {
    return places[image];
  }
}
