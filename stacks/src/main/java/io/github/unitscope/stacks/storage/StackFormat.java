package io.github.unitscope.stacks.storage;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.ModelFormat;
import io.github.unitscope.network.model.StoredNetwork;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StoredWeights;
import io.github.unitscope.stacks.TiedLayer;
import io.github.unitscope.stacks.TiedStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a stack: {@code model.json} and {@code weights.npz}, the latter with {@code
 * layer1.weights} [visible, hidden], {@code layer1.visibleBias} [visible], {@code
 * layer1.hiddenBias} [hidden] and so on upwards, all float32.
 *
 * @param <L> the kind of its layers
 * @param <D> its description
 */
public abstract class StackFormat<L extends TiedLayer<L>, D extends StackDescription>
    implements ModelFormat {
  private final Class<D> descriptionType;

  /**
   * @param descriptionType a record that {@code model.json} is read as
   */
  protected StackFormat(Class<D> descriptionType) {
    this.descriptionType = descriptionType;
  }

  /**
   * A layer.
   *
   * @param number from 1
   * @param weights [visible, hidden]
   */
  protected abstract L layer(
      D description, int number, Matrix weights, float[] visibleBias, float[] hiddenBias);

  /**
   * The stack of some layers, from the input upwards.
   *
   * @param npz the parameters, for what a kind of stack has apart from its layers
   */
  protected abstract TiedStack<L> stack(ImageShape inputShape, List<L> layers, NpzReader npz);

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(TiedStack<?> stack) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    int number = 0;
    for (TiedLayer<?> layer : stack.tiedLayers()) {
      number++;
      arrays.put(prefix(number) + "weights", StoredWeights.array(layer.weights()));
      arrays.put(prefix(number) + "visibleBias", NpyArray.of(layer.visibleBias(), layer.visible()));
      arrays.put(prefix(number) + "hiddenBias", NpyArray.of(layer.hiddenBias(), layer.hidden()));
    }
    return arrays;
  }

  /** What the names of a layer's arrays begin with. */
  protected static String prefix(int number) {
    return "layer" + number + ".";
  }

  @Override
  public final StoredNetwork read(ModelFiles files) {
    D description = files.description(descriptionType);
    List<L> layers = new ArrayList<>();
    try (NpzReader npz = files.weights()) {
      int visible = description.input().size();
      for (int hidden : description.layers()) {
        layers.add(readLayer(npz, description, layers.size() + 1, visible, hidden));
        visible = hidden;
      }
      requireFinite(layers, files);
      return new StoredNetwork(stack(description.input(), layers, npz), description.trainedOn());
    }
  }

  private void requireFinite(List<L> layers, ModelFiles files) {
    for (int number = 1; number <= layers.size(); number++) {
      if (!layers.get(number - 1).isFinite()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %d has a value that is not a finite number; train or copy the model again",
                files.weightsPath(),
                number));
      }
    }
  }

  private L readLayer(NpzReader npz, D description, int number, int visible, int hidden) {
    String prefix = prefix(number);
    return layer(
        description,
        number,
        StoredWeights.read(npz, prefix + "weights", visible, hidden),
        npz.get(prefix + "visibleBias", NpyType.FLOAT32, visible).floats(),
        npz.get(prefix + "hiddenBias", NpyType.FLOAT32, hidden).floats());
  }
}
