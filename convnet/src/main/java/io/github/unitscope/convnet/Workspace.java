package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Evaluation;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The values and gradients of one image on its way through a network. */
final class Workspace {
  /** A value, and the gradient with respect to it. */
  private record Signal(Matrix value, Matrix gradient) {
    void close() {
      value.close();
      gradient.close();
    }

    static Signal of(ImageShape shape) {
      int places = shape.height() * shape.width();
      return new Signal(
          Matrix.zeros(places, shape.channels()), Matrix.zeros(places, shape.channels()));
    }
  }

  /** An operation between signals. */
  private record Step(
      Evaluation evaluation, List<Matrix> inputs, List<Matrix> inputGradients, Signal output) {
    void forward() {
      evaluation.forward(inputs, output.value);
    }

    void backward(RectifierRule rule) {
      evaluation.backward(inputs, output.value, output.gradient, inputGradients, rule);
    }
  }

  private final Signal image;
  private final List<Step> steps = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final Map<Readout, Signal> readouts = new HashMap<>();

  /**
   * @param needed the numbers of the nodes to compute, from 1
   */
  Workspace(ConvNetwork network, NetworkPlan plan, TreeSet<Integer> needed) {
    ImageShape shape = network.inputShape();
    this.image = signal(shape);
    Map<Integer, Signal> byNode = new HashMap<>();
    Operation declared = network.input().operation(shape.channels());
    byNode.put(0, append(declared, List.of(image), List.of(shape)));
    for (int number : needed) {
      Node node = network.nodes().get(number - 1);
      List<Signal> inputs = node.inputs().stream().map(byNode::get).toList();
      List<ImageShape> shapes = node.inputs().stream().map(plan.shapes()::get).toList();
      Signal before =
          NetworkPlan.passesOn(node) ? inputs.get(0) : append(node.operation(), inputs, shapes);
      Signal after =
          node.nonlinearity() == null
              ? before
              : append(
                  node.nonlinearity(),
                  List.of(before),
                  List.of(node.operation().outputShape(shapes)));
      byNode.put(number, after);
      readouts.put(new Readout(number, Quantity.PREACTIVATION), before);
      readouts.put(new Readout(number, Quantity.ACTIVATION), after);
    }
  }

  private Signal append(Operation operation, List<Signal> inputs, List<ImageShape> shapes) {
    Signal output = signal(operation.outputShape(shapes));
    steps.add(
        new Step(
            operation.prepare(shapes),
            inputs.stream().map(Signal::value).toList(),
            inputs.stream().map(Signal::gradient).toList(),
            output));
    return output;
  }

  private Signal signal(ImageShape shape) {
    Signal signal = Signal.of(shape);
    signals.add(signal);
    return signal;
  }

  Matrix image() {
    return image.value;
  }

  Matrix imageGradient() {
    return image.gradient;
  }

  Matrix value(Readout readout) {
    return readouts.get(readout).value;
  }

  Matrix gradient(Readout readout) {
    return readouts.get(readout).gradient;
  }

  void forward() {
    steps.forEach(Step::forward);
  }

  void clearGradients() {
    signals.forEach(signal -> signal.gradient.fill(0));
  }

  void backward(RectifierRule rule) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).backward(rule);
    }
  }

  /** Gives the memory back. */
  void close() {
    signals.forEach(Signal::close);
    steps.forEach(step -> step.evaluation.close());
  }
}
