package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Logistic layers with a softmax on top: p(class c | image) ∝ exp of logit c. As a network it has
 * the hidden layers only, which is what the methods look at. Immutable.
 */
public final class Classifier extends LogisticStack {
  private static final int SHARD_IMAGES = 1024;

  private final List<LogisticLayer> hidden;
  private final LogisticLayer output;

  /** The hidden layers with the logits above them. */
  private final LogisticStack withOutput;

  /**
   * @param inputShape the shape of the images
   * @param hidden the logistic layers from the input upwards
   * @param output weights [units of the highest hidden layer, classes] and bias [classes] of the
   *     logits
   * @throws io.github.unitscope.network.message.InvalidInputException if a layer does not fit the
   *     one below it, or there is none
   */
  public Classifier(ImageShape inputShape, List<LogisticLayer> hidden, LogisticLayer output) {
    super(inputShape, hidden);
    this.hidden = List.copyOf(hidden);
    this.output = output;
    List<LogisticLayer> all = new ArrayList<>(hidden);
    all.add(output);
    this.withOutput = new LogisticStack(inputShape, all);
  }

  /** The hidden layers from the input upwards. */
  public List<LogisticLayer> hidden() {
    return hidden;
  }

  /** The weights [units of the highest hidden layer, classes] and biases of the logits. */
  public LogisticLayer output() {
    return output;
  }

  /** How many classes there are. */
  public int classes() {
    return output.bias().length;
  }

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    return output.isFinite() && hidden.stream().allMatch(LogisticLayer::isFinite);
  }

  /** What it says of images; the same bits for any number of threads. */
  public Predictions predict(ImageSet images, Workers workers) {
    Readout readout = new Readout(hidden.size() + 1, Quantity.PREACTIVATION);
    return Predictions.of(images, logits(withOutput, readout, images, workers));
  }

  /** What is read of a network for every image: [images][values]. */
  static float[][] logits(Network network, Readout readout, ImageSet images, Workers workers) {
    float[][] logits = new float[images.size()][network.layer(readout.layer()).units()];
    workers.forEachShard(
        (images.size() + SHARD_IMAGES - 1) / SHARD_IMAGES,
        shard -> {
          int from = shard * SHARD_IMAGES;
          int to = Math.min(images.size(), from + SHARD_IMAGES);
          try (Pass pass = network.newPass(Set.of(readout))) {
            readLogits(pass, readout, images, from, to, logits);
          }
        });
    return logits;
  }

  private static void readLogits(
      Pass pass, Readout readout, ImageSet images, int from, int to, float[][] logits) {
    int[] rows = pass.usableRows();
    float[] pixels = new float[images.shape().size()];
    for (int done = from; done < to; done += rows.length) {
      int count = Math.min(rows.length, to - done);
      for (int i = 0; i < count; i++) {
        images.read(done + i, pixels);
        pass.input().writeRow(rows[i], pixels);
      }
      pass.forward();
      for (int i = 0; i < count; i++) {
        pass.output(readout).readRow(rows[i], logits[done + i]);
      }
    }
  }
}
