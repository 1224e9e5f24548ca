package io.github.unitscope.visualize;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A convolutional network that is small enough to be worked out by hand: grey images, 3×3 filters
 * with one row and column of padding and no bias (layer 1, {@code conv}, rectified unless it is
 * told to be linear), 2×2 max pooling (layer 2, {@code pool}), and a softmax over weighted sums of
 * the pooled values (layer 3, {@code classes}).
 *
 * @param height of images, even
 * @param width of images, even
 * @param kernels [filters][9], row-major
 * @param classWeights [classes][filters × height/2 × width/2]
 * @param rectified whether the filters' outputs are
 */
public record TinyConvnet(
    int height, int width, float[][] kernels, float[][] classWeights, boolean rectified)
    implements Convolutional, Classifying {

  @Override
  public ImageShape inputShape() {
    return ImageShape.grey(height, width);
  }

  @Override
  public ImageRange imageRange() {
    return ImageRange.UNIT;
  }

  @Override
  public List<Layer> layers() {
    return List.of(
        new Layer(1, "conv", new ImageShape(kernels.length, height, width)),
        new Layer(2, "pool", new ImageShape(kernels.length, height / 2, width / 2)),
        Layer.flat(3, "classes", classWeights.length));
  }

  @Override
  public ReceptiveField receptiveField(int layer) {
    return switch (layer) {
      case 1 -> new ReceptiveField(-1, -1, 3, 3, 1, 1);
      case 2 -> new ReceptiveField(-1, -1, 4, 4, 2, 2);
      default -> ReceptiveField.whole(inputShape());
    };
  }

  @Override
  public List<Layer> convolutions() {
    return layers().subList(0, 1);
  }

  @Override
  public Filters filters(int layer) {
    return new Filters(ImageShape.grey(3, 3), kernels, 1);
  }

  @Override
  public Convolutional resized(int newHeight, int newWidth) {
    throw new InvalidInputException("the classes fix the size");
  }

  @Override
  public List<String> classes() {
    return IntStream.range(0, classWeights.length).mapToObj(i -> "class " + i).toList();
  }

  @Override
  public Readout logits() {
    return new Readout(3, Quantity.PREACTIVATION);
  }

  @Override
  public Readout probabilities() {
    return new Readout(3, Quantity.ACTIVATION);
  }

  @Override
  public Pass newPass(Set<Readout> readouts) {
    return newPass(readouts, 5);
  }

  @Override
  public Pass newPass(Set<Readout> readouts, int rows) {
    return new TinyPass(this, readouts, rows);
  }

  private static final class TinyPass implements Pass {
    private final TinyConvnet net;
    private final Matrix input;
    private final Matrix inputGradient;
    private final Map<Readout, Matrix> outputs = new HashMap<>();
    private final Map<Readout, Matrix> gradients = new HashMap<>();
    private final int[][] switches;
    private RectifierRule rule = RectifierRule.GRADIENT;

    TinyPass(TinyConvnet net, Set<Readout> readouts, int rows) {
      this.net = net;
      this.input = Matrix.zeros(rows, net.inputShape().size());
      this.inputGradient = Matrix.zeros(rows, net.inputShape().size());
      this.switches = new int[rows][net.layer(2).units()];
      for (Layer layer : net.layers()) {
        for (Quantity quantity : Quantity.values()) {
          outputs.put(new Readout(layer.index(), quantity), Matrix.zeros(rows, layer.units()));
        }
      }
      readouts.forEach(
          readout ->
              gradients.put(readout, Matrix.zeros(rows, net.layer(readout.layer()).units())));
    }

    @Override
    public int[] usableRows() {
      return IntStream.range(0, input.rows()).toArray();
    }

    @Override
    public Matrix input() {
      return input;
    }

    @Override
    public void setRectifierRule(RectifierRule newRule) {
      if (!net.rectified) {
        Pass.super.setRectifierRule(newRule);
      }
      rule = newRule;
    }

    private Matrix values(int layer, Quantity quantity) {
      return outputs.get(new Readout(layer, quantity));
    }

    @Override
    public void forward() {
      for (int row = 0; row < input.rows(); row++) {
        convolve(row);
        pool(row);
        classify(row);
      }
    }

    private void convolve(int row) {
      int places = net.height * net.width;
      for (int unit = 0; unit < net.kernels.length * places; unit++) {
        float sum = 0;
        for (int k = 0; k < 9; k++) {
          int pixel = pixel(unit % places, k);
          sum += pixel < 0 ? 0 : net.kernels[unit / places][k] * input.get(row, pixel);
        }
        values(1, Quantity.PREACTIVATION).set(row, unit, sum);
        values(1, Quantity.ACTIVATION).set(row, unit, net.rectified ? Math.max(0, sum) : sum);
      }
    }

    /** Which pixel kernel weight k lies on at a place; −1 beyond the border. */
    private int pixel(int place, int k) {
      int y = place / net.width + k / 3 - 1;
      int x = place % net.width + k % 3 - 1;
      return y < 0 || y >= net.height || x < 0 || x >= net.width ? -1 : y * net.width + x;
    }

    private void pool(int row) {
      Layer conv = net.layer(1);
      Layer pool = net.layer(2);
      for (int unit = 0; unit < pool.units(); unit++) {
        int channel = unit / pool.places();
        int y = unit % pool.places() / pool.shape().width();
        int x = unit % pool.shape().width();
        int best = -1;
        for (int i = 0; i < 4; i++) {
          int below =
              channel * conv.places() + (2 * y + i / 2) * conv.shape().width() + 2 * x + i % 2;
          Matrix values = values(1, Quantity.ACTIVATION);
          best = best < 0 || values.get(row, below) > values.get(row, best) ? below : best;
        }
        switches[row][unit] = best;
        for (Quantity quantity : Quantity.values()) {
          values(2, quantity).set(row, unit, values(1, Quantity.ACTIVATION).get(row, best));
        }
      }
    }

    private void classify(int row) {
      double total = 0;
      for (int c = 0; c < net.classWeights.length; c++) {
        float sum = 0;
        for (int unit = 0; unit < net.classWeights[c].length; unit++) {
          sum += net.classWeights[c][unit] * values(2, Quantity.ACTIVATION).get(row, unit);
        }
        values(3, Quantity.PREACTIVATION).set(row, c, sum);
        total += Math.exp(sum);
      }
      for (int c = 0; c < net.classWeights.length; c++) {
        float logit = values(3, Quantity.PREACTIVATION).get(row, c);
        values(3, Quantity.ACTIVATION).set(row, c, (float) (Math.exp(logit) / total));
      }
    }

    @Override
    public Matrix output(Readout readout) {
      return outputs.get(readout);
    }

    @Override
    public Matrix gradient(Readout readout) {
      return gradients.get(readout);
    }

    /** From layer 1 and the pre-activations of layer 2, which is all that the tests need. */
    @Override
    public Matrix backward() {
      inputGradient.fill(0);
      for (int row = 0; row < input.rows(); row++) {
        float[] signal = new float[net.layer(1).units()];
        Matrix conv = gradients.get(new Readout(1, Quantity.ACTIVATION));
        // A pooling has no non-linearity: its gradients are those of its pre-activations.
        Matrix pool = gradients.get(new Readout(2, Quantity.PREACTIVATION));
        for (int unit = 0; conv != null && unit < signal.length; unit++) {
          signal[unit] += conv.get(row, unit);
        }
        for (int unit = 0; pool != null && unit < switches[row].length; unit++) {
          signal[switches[row][unit]] += pool.get(row, unit);
        }
        for (int unit = 0; unit < signal.length; unit++) {
          signal[unit] = rectify(row, unit, signal[unit]);
        }
        Matrix sums = gradients.get(new Readout(1, Quantity.PREACTIVATION));
        for (int unit = 0; sums != null && unit < signal.length; unit++) {
          signal[unit] += sums.get(row, unit);
        }
        backThroughFilters(row, signal);
      }
      return inputGradient;
    }

    private void backThroughFilters(int row, float[] signal) {
      int places = net.height * net.width;
      for (int unit = 0; unit < signal.length; unit++) {
        for (int k = 0; k < 9; k++) {
          int pixel = pixel(unit % places, k);
          if (pixel >= 0) {
            float before = inputGradient.get(row, pixel);
            inputGradient.set(row, pixel, before + signal[unit] * net.kernels[unit / places][k]);
          }
        }
      }
    }

    private float rectify(int row, int unit, float signal) {
      boolean on = !net.rectified || values(1, Quantity.PREACTIVATION).get(row, unit) > 0;
      return switch (rule) {
        case DECONVNET -> Math.max(0, signal);
        case GUIDED -> on ? Math.max(0, signal) : 0;
        default -> on ? signal : 0;
      };
    }
  }
}
