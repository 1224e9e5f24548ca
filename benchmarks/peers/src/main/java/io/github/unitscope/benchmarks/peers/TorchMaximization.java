package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.unitscope.benchmarks.Done;
import io.github.unitscope.benchmarks.NetworkSizes;
import io.github.unitscope.benchmarks.Operations;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The maximization core: the same ascent, for all rows at once.
 *
 * <p>The gradient is written by hand, which is quicker than autograd, and takes the one unit of the
 * highest layer that is asked for instead of a product with all. Rows that have converged are taken
 * out when they are a fifth of the batch.
 */
final class TorchMaximization extends TorchWorkload {
  private static final double KEPT_SHARE = 0.8;
  private static final int MOST_STEPS = 1000;
  private static final int UNITS = 36;
  private static final double NORM = 9.2;

  private final NetworkSizes network;
  private final int rows;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> transposed = new ArrayList<>();
  private final List<NDArray> biases = new ArrayList<>();

  TorchMaximization(int rows, NetworkSizes network, int threads) {
    super("maximize-" + rows, "row-step", threads);
    this.rows = rows;
    this.network = network;
  }

  @Override
  Supplier<Done> prepare(NDManager manager, Seed seed) {
    Dbn dbn = network.random(seed.derive("model"));
    for (int layer = 1; layer <= network.layers().size(); layer++) {
      NDArray w = manager.create(dbn.weights(layer).toRows());
      weights.add(w);
      transposed.add(w.transpose());
      biases.add(manager.create(dbn.biases(layer)));
    }
    int[] units = new int[rows];
    for (int row = 0; row < rows; row++) {
      units[row] = (int) ((long) row * Math.min(rows, UNITS) / rows);
    }
    NDArray unit = manager.create(units);
    NDArray filters = transposed.get(top()).get(unit);
    NDArray unitBiases = biases.get(top()).get(unit);
    NDArray start = manager.randomNormal(new Shape(rows, network.input().size()));
    return () -> {
      try (NDManager round = manager.newSubManager()) {
        return ascend(round, start, filters, unitBiases);
      }
    };
  }

  private int top() {
    return weights.size() - 1;
  }

  private Done ascend(NDManager manager, NDArray start, NDArray filters, NDArray unitBiases) {
    TorchAscent ascent = new TorchAscent(manager, start, filters, unitBiases, NORM);
    double made = 0;
    int step = 0;
    for (long left = rows; left > 0 && step < MOST_STEPS; step++) {
      made += ascent.rows();
      left = ascent.step(this::evaluate);
      if (left > 0 && left < KEPT_SHARE * ascent.rows()) {
        ascent.compact();
      }
    }
    return new Done(
        made,
        made * Operations.gradient(network.sizes()),
        Map.of("steps per row", made / rows, "steps of the last row", (double) step));
  }

  /** Values [rows] and gradients with respect to the images [rows, inputs]. */
  private TorchAscent.Evaluated evaluate(NDArray x, NDArray filters, NDArray unitBiases) {
    List<NDArray> activations = new ArrayList<>();
    NDArray h = x;
    for (int layer = 0; layer < top(); layer++) {
      h = Activation.sigmoid(h.matMul(weights.get(layer)).addi(biases.get(layer)));
      activations.add(h);
    }
    NDArray value = h.mul(filters).sum(new int[] {1}).addi(unitBiases);
    NDArray delta = filters;
    for (int layer = top() - 1; layer >= 0; layer--) {
      NDArray a = activations.get(layer);
      NDArray derivative = a.sub(a.square());
      delta = derivative.muli(delta).matMul(transposed.get(layer));
    }
    return new TorchAscent.Evaluated(value, delta);
  }
}
