package io.github.unitscope.convnet;

import io.github.unitscope.convnet.Stages.Stage;
import io.github.unitscope.convnet.operation.Gradient;
import io.github.unitscope.convnet.operation.OperationKernel;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Takes images through a network, one after the other: all that they can share. */
final class Workspace implements AutoCloseable {
  private final Stages stages;
  private final List<OperationKernel> kernels = new ArrayList<>();

  /** By number of the value; null where nothing remains of it. */
  private final Gradient[] gradients;

  /** What one image becomes on its way, by number; null where nothing remains of it. */
  record Values(Matrix[] byNumber) implements AutoCloseable {
    private List<Matrix> of(List<Integer> numbers) {
      return numbers.stream().map(number -> byNumber[number]).toList();
    }

    Matrix image() {
      return byNumber[0];
    }

    @Override
    public void close() {
      for (Matrix value : byNumber) {
        if (value != null) {
          value.close();
        }
      }
    }
  }

  Workspace(Stages stages) {
    this.stages = stages;
    stages.inOrder().forEach(stage -> kernels.add(stage.prepare()));
    Matrix[] memory = newValues().byNumber;
    this.gradients = new Gradient[memory.length];
    for (int i = 0; i < memory.length; i++) {
      gradients[i] = memory[i] == null ? null : new Gradient(memory[i]);
    }
  }

  /** Room for one image. */
  Values newValues() {
    Matrix[] values = new Matrix[stages.shapes().size()];
    values[0] = zeros(0);
    for (Stage stage : stages.inOrder()) {
      values[stage.output()] = zeros(stage.output());
    }
    return new Values(values);
  }

  private Matrix zeros(int number) {
    ImageShape shape = stages.shapes().get(number);
    return Matrix.zeros(shape.height() * shape.width(), shape.channels());
  }

  void forward(Values values) {
    for (int i = 0; i < kernels.size(); i++) {
      Stage stage = stages.inOrder().get(i);
      kernels.get(i).forward(values.of(stage.inputs()), values.byNumber[stage.output()]);
    }
  }

  Matrix value(Values values, Readout readout) {
    return values.byNumber[stages.value(readout)];
  }

  /** Sets all gradients to zero, before those of an image's readouts are added. */
  void clearGradients() {
    for (Gradient gradient : gradients) {
      if (gradient != null) {
        gradient.clear();
      }
    }
  }

  Gradient gradient(Readout readout) {
    return gradients[stages.value(readout)];
  }

  /** The gradient with respect to an image, from those of its readouts. */
  Matrix backward(Values values, RectifierRule rule) {
    for (int i = kernels.size() - 1; i >= 0; i--) {
      Stage stage = stages.inOrder().get(i);
      kernels
          .get(i)
          .backward(
              values.of(stage.inputs()),
              values.byNumber[stage.output()],
              gradients[stage.output()].matrix(),
              stage.inputs().stream().map(number -> gradients[number]).toList(),
              rule);
    }
    return gradients[0].matrix();
  }

  @Override
  public void close() {
    kernels.forEach(OperationKernel::close);
    for (Gradient gradient : gradients) {
      if (gradient != null) {
        gradient.close();
      }
    }
  }
}
