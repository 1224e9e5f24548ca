package io.github.unitscope.convnet;

import io.github.unitscope.convnet.Workspace.Values;
import io.github.unitscope.convnet.operation.Gradient;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Passes through a {@link ConvNetwork}. Every row is computed alone, in the same order of the same
 * operations, so that an image gives the same bits in all of them.
 */
final class ConvPass implements Pass {
  /** Rows share no work: more of them are only worth little memory. */
  private static final int MOST_USUAL_ROWS = 16;

  private static final long USUAL_BYTES = 128L << 20;

  private final Matrix input;
  private final Matrix inputGradient;
  private final Stages stages;
  private final Values[] values;
  private final Map<Readout, Matrix> outputs = new HashMap<>();
  private final Map<Readout, Matrix> gradients = new HashMap<>();
  private final boolean rectified;
  private final float[] image;
  private Workspace workspace;
  private int[] selected;
  private RectifierRule rule = RectifierRule.GRADIENT;

  ConvPass(ConvNetwork network, Set<Readout> readouts, int rows) {
    this.image = new float[network.inputShape().size()];
    this.input = Matrix.zeros(rows, image.length);
    this.inputGradient = Matrix.zeros(rows, image.length);
    this.stages = Stages.of(network, readouts);
    this.values = new Values[rows];
    for (Readout readout : readouts) {
      int units = network.layer(readout.layer()).units();
      outputs.put(readout, Matrix.zeros(rows, units));
      gradients.put(readout, Matrix.zeros(rows, units));
    }
    this.rectified =
        Stages.needed(network, readouts).stream()
            .anyMatch(number -> network.nodes().get(number - 1).rectifies());
    this.selected = usableRows();
  }

  /** How many rows there are where nobody says how many are needed. */
  static int usualRows(ConvNetwork network, NetworkPlan plan, Set<Readout> readouts) {
    readouts.forEach(readout -> network.layer(readout.layer()));
    long values = 2L * network.inputShape().size();
    for (int number : Stages.needed(network, readouts)) {
      values += plan.shapes().get(number).size();
    }
    // Before and after the non-linearity, of four bytes each; gradients are shared by all rows.
    long rows = USUAL_BYTES / (values * 2 * Float.BYTES);
    return (int) Math.max(1, Math.min(MOST_USUAL_ROWS, rows));
  }

  @Override
  public int[] usableRows() {
    return IntStream.range(0, values.length).toArray();
  }

  @Override
  public Matrix input() {
    return input;
  }

  @Override
  public void select(int[] rows) {
    selected = rows.clone();
  }

  @Override
  public void setRectifierRule(RectifierRule newRule) {
    boolean special = newRule == RectifierRule.DECONVNET || newRule == RectifierRule.GUIDED;
    if (special && !rectified) {
      throw new InvalidInputException(
          "there are no rectified units (ReLU) below this layer: choose the gradient");
    }
    rule = newRule;
  }

  @Override
  public void forward() {
    for (int row : selected) {
      Values ofRow = values(row);
      input.readRow(row, image);
      ofRow.image().writeColumns(0, ofRow.image().columns(), image);
      workspace.forward(ofRow);
      outputs.forEach((readout, output) -> toRow(workspace.value(ofRow, readout), output, row));
    }
  }

  /** Room for what an image becomes, from the first time that its row is computed. */
  private Values values(int row) {
    if (workspace == null) {
      workspace = new Workspace(stages);
    }
    if (values[row] == null) {
      values[row] = workspace.newValues();
    }
    return values[row];
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
  public Matrix backward() {
    for (int row : selected) {
      Values ofRow = values(row);
      workspace.clearGradients();
      gradients.forEach((readout, gradient) -> addRow(gradient, row, workspace.gradient(readout)));
      toRow(workspace.backward(ofRow, rule), inputGradient, row);
    }
    return inputGradient;
  }

  @Override
  public void close() {
    if (workspace != null) {
      workspace.close();
    }
    for (Values ofRow : values) {
      if (ofRow != null) {
        ofRow.close();
      }
    }
    input.close();
    inputGradient.close();
    outputs.values().forEach(Matrix::close);
    gradients.values().forEach(Matrix::close);
  }

  private static void toRow(Matrix planes, Matrix rows, int row) {
    float[] values = new float[rows.columns()];
    planes.readColumns(0, planes.columns(), values);
    rows.writeRow(row, values);
  }

  private static void addRow(Matrix rows, int row, Gradient gradient) {
    float[] values = new float[rows.columns()];
    rows.readRow(row, values);
    int places = gradient.places();
    gradient.add(
        (block, first, count) -> {
          for (int i = 0; i < count * places; i++) {
            block[i] += values[first * places + i];
          }
        });
  }
}
