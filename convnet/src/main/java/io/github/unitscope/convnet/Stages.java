package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Epilogue;
import io.github.unitscope.convnet.operation.Fusable;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.OperationKernel;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to be computed for some readouts: operations between values, in order. A scale, a shift
 * and a rectifier after a convolution are done in its memory where nothing else looks at what is in
 * between, which saves two of three ways through memory and gives the same bits.
 */
final class Stages {
  /**
   * An operation and what is done in its memory.
   *
   * @param inputs numbers of values
   * @param shapes of the inputs
   * @param output number of a value
   */
  record Stage(
      Operation operation,
      Epilogue epilogue,
      List<Integer> inputs,
      List<ImageShape> shapes,
      int output) {
    OperationKernel prepare() {
      return operation instanceof Fusable fusable
          ? fusable.prepare(shapes, epilogue)
          : operation.prepare(shapes);
    }

    /** This stage with one more operation in its memory; null if that cannot be done. */
    private Stage then(Stage next) {
      Epilogue longer = operation instanceof Fusable ? epilogue.then(next.operation) : null;
      return longer == null ? null : new Stage(operation, longer, inputs, shapes, next.output);
    }
  }

  private final List<Stage> stages = new ArrayList<>();
  private final List<ImageShape> shapes = new ArrayList<>();
  private final Map<Readout, Integer> readouts = new HashMap<>();

  private Stages() {}

  /** The stages for some readouts of a network. */
  static Stages of(ConvNetwork network, Set<Readout> readouts) {
    Stages all = new Stages();
    ImageShape image = network.inputShape();
    all.shapes.add(image);
    Map<Integer, Integer> byNode = new HashMap<>();
    Operation declared = network.input().operation(image.channels()).simplified();
    byNode.put(0, all.append(declared, List.of(0), List.of(image)));
    for (int number : needed(network, readouts)) {
      Node node = network.nodes().get(number - 1);
      List<Integer> inputs = node.inputs().stream().map(byNode::get).toList();
      int before =
          NetworkPlan.passesOn(node)
              ? inputs.get(0)
              : all.append(node.operation(), inputs, all.shapesOf(inputs));
      int after =
          node.nonlinearity() == null
              ? before
              : all.append(node.nonlinearity(), List.of(before), all.shapesOf(List.of(before)));
      byNode.put(number, after);
      all.readouts.put(new Readout(number, Quantity.PREACTIVATION), before);
      all.readouts.put(new Readout(number, Quantity.ACTIVATION), after);
    }
    all.readouts.keySet().retainAll(readouts);
    all.shorten();
    return all;
  }

  /** The numbers of the nodes that some readouts depend on, from 1. */
  static SortedSet<Integer> needed(ConvNetwork network, Set<Readout> readouts) {
    TreeSet<Integer> needed = new TreeSet<>();
    readouts.forEach(readout -> needed.add(readout.layer()));
    for (int number = network.nodes().size(); number >= 1; number--) {
      if (needed.contains(number)) {
        needed.addAll(network.nodes().get(number - 1).inputs());
      }
    }
    needed.remove(0);
    return needed;
  }

  private int append(Operation operation, List<Integer> inputs, List<ImageShape> inputShapes) {
    shapes.add(operation.outputShape(inputShapes));
    int output = shapes.size() - 1;
    stages.add(new Stage(operation, Epilogue.NONE, inputs, inputShapes, output));
    return output;
  }

  private List<ImageShape> shapesOf(List<Integer> values) {
    return values.stream().map(shapes::get).toList();
  }

  private void shorten() {
    List<Stage> all = List.copyOf(stages);
    int[] uses = new int[shapes.size()];
    all.forEach(stage -> stage.inputs.forEach(input -> uses[input]++));
    readouts.values().forEach(value -> uses[value]++);
    stages.clear();
    Map<Integer, Integer> makers = new HashMap<>();
    for (Stage stage : all) {
      Integer maker = uses[stage.inputs.get(0)] == 1 ? makers.get(stage.inputs.get(0)) : null;
      Stage longer = maker == null ? null : stages.get(maker).then(stage);
      if (longer == null) {
        makers.put(stage.output, stages.size());
        stages.add(stage);
      } else {
        makers.put(stage.output, maker);
        stages.set(maker, longer);
      }
    }
  }

  /** In the order in which they are computed. */
  List<Stage> inOrder() {
    return stages;
  }

  /** The shapes of all values by number, the image first; of some, nothing remains. */
  List<ImageShape> shapes() {
    return shapes;
  }

  /** The number of the value that a readout is. */
  int value(Readout readout) {
    return readouts.get(readout);
  }
}
