package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Locale;

/**
 * The same values in the same order, in another shape; flattening where the new shape has one
 * place.
 *
 * @param target the new shape; null for [values, 1, 1]
 * @param order in which the values are counted, before and after
 */
public record Reshape(ImageShape target, ChannelOrder order) implements Operation {

  /** All values as channels of one place. */
  public static Reshape flatten(ChannelOrder order) {
    return new Reshape(null, order);
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    ImageShape input = Shapes.only(inputs);
    ImageShape output = target == null ? new ImageShape(input.size(), 1, 1) : target;
    if (output.size() != input.size()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%d values of %s cannot be put into %s", input.size(), input, output));
    }
    return output;
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return null;
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    int[] from = order(inputs.get(0));
    int[] to = order(outputShape(inputs));
    return new Permutation(from, to);
  }

  /** Where each value lies in channel planes, in the order in which the values are counted. */
  private int[] order(ImageShape shape) {
    int places = Shapes.places(shape);
    int[] positions = new int[shape.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          order == ChannelOrder.CHANNELS_FIRST
              ? i
              : (i % shape.channels()) * places + i / shape.channels();
    }
    return positions;
  }

  private static final class Permutation implements OperationKernel {
    private final int[] from;
    private final int[] to;
    private final float[] before;
    private final float[] after;

    Permutation(int[] from, int[] to) {
      this.from = from;
      this.to = to;
      this.before = new float[from.length];
      this.after = new float[to.length];
    }

    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      Matrix input = inputs.get(0);
      input.readColumns(0, input.columns(), before);
      for (int i = 0; i < from.length; i++) {
        after[to[i]] = before[from[i]];
      }
      output.writeColumns(0, output.columns(), after);
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      outputGradient.readColumns(0, outputGradient.columns(), after);
      for (int i = 0; i < from.length; i++) {
        before[from[i]] = after[to[i]];
      }
      Gradient gradient = inputGradients.get(0);
      gradient.add(
          (block, first, count) -> {
            int start = first * gradient.places();
            for (int i = 0; i < count * gradient.places(); i++) {
              block[i] += before[start + i];
            }
          });
    }
  }
}
