package io.github.unitscope.stacks;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fully connected logistic layers on top of each other: h_j = σ(h_(j−1) · W_j + b_j). The weights
 * must not change once a pass was made.
 */
public class LogisticStack implements FullyConnected {
  private final ImageShape inputShape;
  private final List<LogisticLayer> weights;
  private final List<Layer> layers;

  /**
   * The weights with rows and columns exchanged, for the way back; made with the first pass.
   * OpenBLAS multiplies few rows by a matrix as it lies in memory 1.2 to 1.7 times as fast as by
   * its transpose.
   */
  private List<Matrix> transposed;

  private final Map<Set<Readout>, LogisticBatches> batches = new ConcurrentHashMap<>();

  /**
   * @param inputShape the shape of the images
   * @param weights the layers from the input upwards
   * @throws InvalidInputException if a layer does not fit the one below it, or there is none
   */
  public LogisticStack(ImageShape inputShape, List<LogisticLayer> weights) {
    this.inputShape = inputShape;
    this.weights = List.copyOf(weights);
    this.layers = describe(inputShape, this.weights);
  }

  private static List<Layer> describe(ImageShape inputShape, List<LogisticLayer> weights) {
    if (weights.isEmpty()) {
      throw new InvalidInputException("a network needs at least one layer");
    }
    List<Layer> layers = new ArrayList<>();
    int below = inputShape.size();
    for (LogisticLayer layer : weights) {
      int index = layers.size() + 1;
      if (layer.weights().rows() != below) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "layer %d has weights for %d inputs where the layer below has %d units",
                index,
                layer.weights().rows(),
                below));
      }
      below = layer.weights().columns();
      layers.add(Layer.flat(index, "layer" + index, below));
    }
    return List.copyOf(layers);
  }

  @Override
  public final ImageShape inputShape() {
    return inputShape;
  }

  @Override
  public final List<Layer> layers() {
    return layers;
  }

  @Override
  public final Matrix weights(int layer) {
    return weights.get(layer(layer).index() - 1).weights();
  }

  @Override
  public final float[] biases(int layer) {
    return weights.get(layer(layer).index() - 1).bias();
  }

  @Override
  @MustBeClosed
  public final Pass newPass(Set<Readout> readouts) {
    return batches(readouts).usual();
  }

  @Override
  @MustBeClosed
  public final Pass newPass(Set<Readout> readouts, int rows) {
    return batches(readouts).atLeast(rows);
  }

  private LogisticBatches batches(Set<Readout> readouts) {
    readouts.forEach(readout -> layer(readout.layer()));
    return batches.computeIfAbsent(
        Set.copyOf(readouts),
        some -> new LogisticBatches(inputShape.size(), weights, transposed(), some));
  }

  private synchronized List<Matrix> transposed() {
    if (transposed == null) {
      transposed = weights.stream().map(layer -> layer.weights().transposed()).toList();
    }
    return transposed;
  }
}
