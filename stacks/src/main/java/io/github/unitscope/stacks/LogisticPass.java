package io.github.unitscope.stacks;

import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.EqualRows;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.SingleValues;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Passes through a {@link LogisticStack}, over one of the numbers of rows of {@link
 * LogisticBatches}.
 */
final class LogisticPass implements Pass {
  private final LogisticBatches batches;
  private final int rows;
  private final List<LogisticLayer> layers;

  /** The weights of layer j at position j − 1 with rows and columns exchanged. */
  private final List<Matrix> transposed;

  private final Matrix input;
  private final Matrix inputGradient;

  /**
   * Outputs of layer j at position j − 1; null for the highest if only its pre-activation is read.
   */
  private final List<Matrix> activations = new ArrayList<>();

  /** Gradients with respect to the pre-activations of layer j at position j − 1. */
  private final List<Matrix> deltas = new ArrayList<>();

  private final Map<Readout, Matrix> outputs = new HashMap<>();
  private final Map<Readout, Matrix> gradients = new HashMap<>();
  private final int[] usableRows;

  LogisticPass(
      LogisticBatches batches,
      int inputs,
      List<LogisticLayer> allLayers,
      List<Matrix> transposed,
      Set<Readout> readouts,
      int rows,
      int[] usableRows) {
    this.batches = batches;
    this.transposed = transposed;
    this.rows = rows;
    this.usableRows = usableRows;
    int depth = readouts.stream().mapToInt(Readout::layer).max().orElse(0);
    this.layers = allLayers.subList(0, depth);
    this.input = Matrix.zeros(rows, inputs);
    this.inputGradient = Matrix.zeros(rows, inputs);
    for (int j = 1; j <= depth; j++) {
      int units = layers.get(j - 1).bias().length;
      boolean needed = j < depth || readouts.contains(new Readout(j, Quantity.ACTIVATION));
      activations.add(needed ? Matrix.zeros(rows, units) : null);
      deltas.add(Matrix.zeros(rows, units));
    }
    for (Readout readout : readouts) {
      addReadout(readout);
    }
  }

  /** All that is computed from the same numbers in every row. Leaves them in the matrices. */
  List<Matrix> computeEqualRows() {
    Seed seed = Seed.root(0).derive("equal rows");
    EqualRows.fill(input, seed.derive("input"));
    forward();
    gradients.values().forEach(gradient -> EqualRows.fill(gradient, seed.derive("gradient")));
    List<Matrix> computed = new ArrayList<>(outputs.values());
    activations.stream().filter(Objects::nonNull).forEach(computed::add);
    computed.add(backward());
    computed.addAll(deltas);
    return computed;
  }

  private void addReadout(Readout readout) {
    int units = layers.get(readout.layer() - 1).bias().length;
    // The gradient of a saturated activation needs the pre-activation too.
    outputs.computeIfAbsent(
        new Readout(readout.layer(), Quantity.PREACTIVATION), key -> Matrix.zeros(rows, units));
    if (readout.quantity() == Quantity.ACTIVATION) {
      outputs.put(readout, activations.get(readout.layer() - 1));
    }
    gradients.put(readout, Matrix.zeros(rows, units));
  }

  @Override
  public int[] usableRows() {
    return usableRows.clone();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Or this one, which its owner closes.
  public Pass smaller(int needed) {
    return batches.sizeFor(needed) < rows ? batches.atLeast(needed) : this;
  }

  @Override
  public Matrix input() {
    return input;
  }

  @Override
  public Matrix output(Readout readout) {
    return require(outputs.get(readout), readout);
  }

  @Override
  public Matrix gradient(Readout readout) {
    return require(gradients.get(readout), readout);
  }

  private static Matrix require(Matrix matrix, Readout readout) {
    if (matrix == null) {
      throw new IllegalArgumentException("this pass was made without " + readout);
    }
    return matrix;
  }

  @Override
  public void forward() {
    Matrix below = input;
    for (int j = 1; j <= layers.size(); j++) {
      LogisticLayer layer = layers.get(j - 1);
      Matrix preactivations = outputs.get(new Readout(j, Quantity.PREACTIVATION));
      Matrix activation = activations.get(j - 1);
      if (preactivations == null) {
        Affine.activation(below, layer.weights(), layer.bias(), activation);
      } else {
        Affine.preactivation(below, layer.weights(), layer.bias(), preactivations);
        if (activation != null) {
          Affine.sigmoid(preactivations, activation);
        }
      }
      below = activation;
    }
  }

  @Override
  public Matrix backward() {
    for (int j = layers.size(); j >= 1; j--) {
      Matrix delta = deltas.get(j - 1);
      if (j < layers.size()) {
        multiplyByDerivative(delta, activations.get(j - 1));
      } else {
        delta.fill(0);
      }
      addReadoutGradients(j, delta);
      Matrix below = j == 1 ? inputGradient : deltas.get(j - 2);
      Matrix weights = layers.get(j - 1).weights();
      // At the top there is often nothing but the units that are maximized, one in a row.
      if (j < layers.size() || !SingleValues.multiplyTransposed(delta, weights, below)) {
        Matrix.multiply(delta, transposed.get(j - 1), below);
      }
    }
    return inputGradient;
  }

  @Override
  public void close() {
    input.close();
    inputGradient.close();
    activations.stream().filter(Objects::nonNull).forEach(Matrix::close);
    deltas.forEach(Matrix::close);
    outputs.values().forEach(Matrix::close);
    gradients.values().forEach(Matrix::close);
  }

  private static void multiplyByDerivative(Matrix delta, Matrix activations) {
    int rows = delta.rows();
    float[] h = delta.newBlock();
    delta.update(
        (block, first, count) -> {
          activations.readColumns(first, count, h);
          for (int i = 0; i < count * rows; i++) {
            block[i] *= h[i] * (1 - h[i]);
          }
        });
  }

  private void addReadoutGradients(int layer, Matrix delta) {
    Matrix direct = gradients.get(new Readout(layer, Quantity.PREACTIVATION));
    if (direct != null) {
      add(direct, delta);
    }
    Matrix throughSigmoid = gradients.get(new Readout(layer, Quantity.ACTIVATION));
    if (throughSigmoid != null) {
      Matrix preactivations = outputs.get(new Readout(layer, Quantity.PREACTIVATION));
      addThroughSigmoid(throughSigmoid, preactivations, delta);
    }
  }

  private static void add(Matrix gradient, Matrix delta) {
    int rows = delta.rows();
    float[] g = delta.newBlock();
    delta.update(
        (block, first, count) -> {
          gradient.readColumns(first, count, g);
          for (int i = 0; i < count * rows; i++) {
            block[i] += g[i];
          }
        });
  }

  private static void addThroughSigmoid(Matrix gradient, Matrix preactivations, Matrix delta) {
    int rows = delta.rows();
    float[] g = delta.newBlock();
    float[] z = delta.newBlock();
    delta.update(
        (block, first, count) -> {
          gradient.readColumns(first, count, g);
          preactivations.readColumns(first, count, z);
          for (int i = 0; i < count * rows; i++) {
            if (g[i] != 0) {
              block[i] += (float) (g[i] * Logistic.derivative(z[i]));
            }
          }
        });
  }
}
