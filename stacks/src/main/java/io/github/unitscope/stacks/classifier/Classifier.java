package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
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
 * Logistic layers with a softmax on top: p(class c | image) ∝ exp of logit c. Immutable.
 *
 * @param inputShape the shape of the images
 * @param hidden the logistic layers from the input upwards
 * @param output weights [units of the highest hidden layer, classes] and bias [classes] of the
 *     logits
 */
public record Classifier(ImageShape inputShape, List<LogisticLayer> hidden, LogisticLayer output) {
  private static final int SHARD_IMAGES = 1024;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a layer does not fit the
   *     one below it
   */
  public Classifier {
    hidden = List.copyOf(hidden);
    withOutput(inputShape, hidden, output);
  }

  private static LogisticStack withOutput(
      ImageShape inputShape, List<LogisticLayer> hidden, LogisticLayer output) {
    List<LogisticLayer> all = new ArrayList<>(hidden);
    all.add(output);
    return new LogisticStack(inputShape, all);
  }

  /** The hidden layers, as the methods look at them. */
  public LogisticStack hiddenStack() {
    return new LogisticStack(inputShape, hidden);
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
    float[][] logits = new float[images.size()][classes()];
    LogisticStack all = withOutput(inputShape, hidden, output);
    Readout readout = new Readout(hidden.size() + 1, Quantity.PREACTIVATION);
    workers.forEachShard(
        (images.size() + SHARD_IMAGES - 1) / SHARD_IMAGES,
        shard -> {
          int from = shard * SHARD_IMAGES;
          int to = Math.min(images.size(), from + SHARD_IMAGES);
          readLogits(all.newPass(Set.of(readout)), readout, images, from, to, logits);
        });
    return Predictions.of(images, logits);
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
