package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.ImageSet;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images with their labels in a given order, as Deeplearning4j reads them. All batches share their
 * memory: a batch is valid until the next.
 */
final class LabeledBatches implements DataSetIterator {
  private static final long serialVersionUID = 1L;

  private final transient ImageSet images;
  private final transient INDArray features;
  private final transient INDArray labels;
  private final int batchSize;
  private final int classes;
  private int[] order = {};
  private int next;

  /**
   * @param images with labels below {@code classes}
   */
  LabeledBatches(ImageSet images, int batchSize, int classes) {
    this.images = images;
    this.batchSize = batchSize;
    this.classes = classes;
    this.features = columns(batchSize, images.shape().size());
    this.labels = columns(batchSize, classes);
  }

  private static INDArray columns(int rows, int columns) {
    return Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'f');
  }

  /** Begins an epoch. */
  void begin(int[] newOrder) {
    order = newOrder;
    next = 0;
  }

  @Override
  public boolean hasNext() {
    return next + batchSize <= order.length;
  }

  @Override
  public DataSet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch is over");
    }
    FloatBuffer featureValues = features.data().asNioFloat();
    FloatBuffer labelValues = labels.data().asNioFloat();
    float[] pixels = new float[images.shape().size()];
    for (int row = 0; row < batchSize; row++) {
      int image = order[next + row];
      images.read(image, pixels);
      for (int i = 0; i < pixels.length; i++) {
        featureValues.put(i * batchSize + row, pixels[i]);
      }
      for (int label = 0; label < classes; label++) {
        labelValues.put(label * batchSize + row, label == images.label(image) ? 1 : 0);
      }
    }
    next += batchSize;
    return new DataSet(features, labels);
  }

  @Override
  public DataSet next(int count) {
    throw new UnsupportedOperationException("batches have one size");
  }

  @Override
  public int inputColumns() {
    return images.shape().size();
  }

  @Override
  public int totalOutcomes() {
    return classes;
  }

  @Override
  public boolean resetSupported() {
    return false;
  }

  /** Not: the next batch would be written while this one is read. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("an epoch begins with its own order");
  }

  @Override
  public int batch() {
    return batchSize;
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    throw new UnsupportedOperationException("images are used as they are");
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return null;
  }

  @Override
  public List<String> getLabels() {
    return null;
  }
}
