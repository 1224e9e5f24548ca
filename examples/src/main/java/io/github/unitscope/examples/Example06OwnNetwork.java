package io.github.unitscope.examples;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A model of one's own: its shape, its layers, and passes that go forward and bring gradients back.
 * This one has a single unit, h = tanh(Σ upper half − Σ lower half).
 */
public final class Example06OwnNetwork {
  private Example06OwnNetwork() {}

  /** One unit that wants light from above. */
  record Halves(ImageShape inputShape) implements Network {
    @Override
    public List<Layer> layers() {
      return List.of(Layer.flat(1, "halves", 1));
    }

    @Override
    public Pass newPass(Set<Readout> readouts) {
      return new HalvesPass(inputShape.size());
    }
  }

  /** Looks at one image at a time. */
  private static final class HalvesPass implements Pass {
    private final Matrix input;
    private final Matrix inputGradient;
    private final Matrix[] outputs = {Matrix.zeros(1, 1), Matrix.zeros(1, 1)};
    private final Matrix[] gradients = {Matrix.zeros(1, 1), Matrix.zeros(1, 1)};

    HalvesPass(int pixels) {
      input = Matrix.zeros(1, pixels);
      inputGradient = Matrix.zeros(1, pixels);
    }

    private float weight(int pixel) {
      return pixel < input.columns() / 2 ? 1 : -1;
    }

    @Override
    public int[] usableRows() {
      return new int[] {0};
    }

    @Override
    public Matrix input() {
      return input;
    }

    @Override
    public void forward() {
      float sum = 0;
      for (int pixel = 0; pixel < input.columns(); pixel++) {
        sum += weight(pixel) * input.get(0, pixel);
      }
      output(new Readout(1, Quantity.PREACTIVATION)).set(0, 0, sum);
      output(new Readout(1, Quantity.ACTIVATION)).set(0, 0, (float) Math.tanh(sum));
    }

    @Override
    public Matrix output(Readout readout) {
      return outputs[readout.quantity().ordinal()];
    }

    @Override
    public Matrix gradient(Readout readout) {
      return gradients[readout.quantity().ordinal()];
    }

    @Override
    public Matrix backward() {
      float activation = output(new Readout(1, Quantity.ACTIVATION)).get(0, 0);
      float slope =
          gradient(new Readout(1, Quantity.PREACTIVATION)).get(0, 0)
              + gradient(new Readout(1, Quantity.ACTIVATION)).get(0, 0)
                  * (1 - activation * activation);
      for (int pixel = 0; pixel < input.columns(); pixel++) {
        inputGradient.set(0, pixel, slope * weight(pixel));
      }
      return inputGradient;
    }
  }

  /** Draws {@code halves.png} in a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Network network = new Halves(ImageShape.grey(8, 8));
    Figures.of(Maximization.of(network).objective("halves:0").norm(4).restarts(1).run())
        .save(folder.resolve("halves.png"));
  }
}
