package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.visualize.select.Objective;
import io.github.unitscope.visualize.select.ObjectiveParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Objectives on a pass whose outputs are given: values worked by hand, gradients by differences.
 */
class ObjectiveTest {
  private static final Layer LAYER = new Layer(2, "conv+2", new ImageShape(2, 1, 3));
  private static final Layer FLAT = Layer.flat(3, "flat", 4);
  private static final Quantity ACT = Quantity.ACTIVATION;

  /** Outputs as they are given; nothing is computed. */
  private static final class GivenOutputs implements Pass {
    final Map<Integer, Matrix> outputs = new TreeMap<>();
    final Map<Integer, Matrix> gradients = new TreeMap<>();

    GivenOutputs(float[]... rows) {
      outputs.put(2, Matrix.of(rows));
      gradients.put(2, Matrix.zeros(rows.length, rows[0].length));
      outputs.put(3, Matrix.of(new float[] {1, 2, 3, 4}));
      gradients.put(3, Matrix.zeros(1, 4));
    }

    @Override
    public int[] usableRows() {
      return new int[] {0};
    }

    @Override
    public Matrix input() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forward() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Matrix output(Readout readout) {
      return outputs.get(readout.layer());
    }

    @Override
    public Matrix gradient(Readout readout) {
      return gradients.get(readout.layer());
    }

    @Override
    public Matrix backward() {
      throw new UnsupportedOperationException();
    }
  }

  private record Layers(List<Layer> layers) implements Network {
    @Override
    public ImageShape inputShape() {
      return ImageShape.grey(1, 3);
    }

    @Override
    public Pass newPass(Set<Readout> readouts) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Network NETWORK =
      new Layers(List.of(Layer.flat(1, "first", 3), LAYER, FLAT));

  private static GivenOutputs pass() {
    return new GivenOutputs(new float[] {1, 2, 6, -1, 0, 4});
  }

  private static Objective parse(String text) {
    return new ObjectiveParser(NETWORK, ACT).parse(text);
  }

  @Test
  void valuesAreThoseWorkedByHand() {
    assertEquals(3, parse("conv+2:0").value(pass(), 0));
    assertEquals(1, parse("conv+2:1").value(pass(), 0));
    assertEquals(6, parse("conv+2:0@0,2").value(pass(), 0));
    assertEquals(0, parse("conv+2:1@centre").value(pass(), 0));
    assertEquals(4, parse("flat:3").value(pass(), 0));
    assertEquals(4, parse("3:3").value(pass(), 0));
    // (1 + 4 + 36 + 1 + 0 + 16) / 6
    assertEquals(58 / 6.0, parse("conv+2").value(pass(), 0), 1e-12);
  }

  @Test
  void sumsAndMultiplesAreAlgebra() {
    assertEquals(3 + 0.5 * 1, parse("conv+2:0 + 0.5*conv+2:1").value(pass(), 0));
    assertEquals(-3 - 2e-1 * 4, parse("-conv+2:0 - 2e-1*flat:3").value(pass(), 0), 1e-12);
    assertEquals(-4, parse("-1*flat:3").value(pass(), 0));
    Objective a = parse("flat:0");
    Objective b = parse("flat:1");
    Objective sum = a.plus(b.times(-2));
    assertEquals(1 - 2 * 2, sum.value(pass(), 0));
    assertEquals(-0.5 * (1 - 2 * 2), sum.times(-0.5).value(pass(), 0));
    assertEquals(1, a.value(pass(), 0));
    assertEquals(2, b.value(pass(), 0));
    assertEquals(
        Set.of(new Readout(2, ACT), new Readout(3, ACT)), parse("conv+2:0 + flat:1").readouts());
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    List<Objective> objectives =
        List.of(
            parse("conv+2:1"),
            parse("conv+2:0@0,1"),
            parse("conv+2"),
            parse("2*conv+2:0 - conv+2"));
    for (Objective objective : objectives) {
      GivenOutputs pass = pass();
      objective.addGradient(pass, 0, 1);
      objective.addGradient(pass, 0, 0.5f);
      Matrix output = pass.outputs.get(2);
      for (int unit = 0; unit < 6; unit++) {
        float x = output.get(0, unit);
        output.set(0, unit, x + 0.125f);
        double above = objective.value(pass, 0);
        output.set(0, unit, x - 0.125f);
        double below = objective.value(pass, 0);
        output.set(0, unit, x);
        assertEquals(
            1.5 * (above - below) / 0.25,
            pass.gradients.get(2).get(0, unit),
            1e-5,
            objective.toString());
      }
    }
  }

  @Test
  void diversityIsTheSimilarityOfGramMatrices() {
    // Channels (1, 0, 0) and (0, 1, 0): G = I; channels (1, 0, 0) and (1, 0, 0): G = all ones.
    GivenOutputs pass =
        new GivenOutputs(new float[] {1, 0, 0, 0, 1, 0}, new float[] {1, 0, 0, 1, 0, 0});
    // ⟨I/√2, 1/2⟩ = 1/√2, for two ordered pairs over two images.
    double penalty = new Diversity(LAYER, 1).subtractGradient(pass, new int[] {0, 1});
    assertEquals(1 / Math.sqrt(2), penalty, 1e-6);
  }

  @Test
  void gradientOfDiversityIsThatOfDifferences() {
    SplitMix64 random = Seed.root(4).stream();
    float[][] rows = new float[3][6];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    int[] all = {0, 1, 2};
    GivenOutputs pass = new GivenOutputs(rows);
    Diversity diversity = new Diversity(LAYER, 3);
    diversity.subtractGradient(pass, all);
    float[][] gradients = pass.gradients.get(2).toRows();
    for (int row = 0; row < 3; row++) {
      for (int unit = 0; unit < 6; unit++) {
        Matrix output = pass.outputs.get(2);
        output.set(row, unit, rows[row][unit] + 0.01f);
        double above = diversity.subtractGradient(pass, all);
        output.set(row, unit, rows[row][unit] - 0.01f);
        double below = diversity.subtractGradient(pass, all);
        output.set(row, unit, rows[row][unit]);
        assertEquals(-3 * (above - below) / 0.02, gradients[row][unit], 2e-3);
      }
    }
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertMessage("unknown layer 'nowhere'", "nowhere:1");
    assertMessage("unknown channel 2 in layer conv+2", "conv+2:2");
    assertMessage("there is none at 1,0", "conv+2:0@1,0");
    assertMessage("an objective is missing", " ");
    assertMessage("this network has no classes", "logit:cat");
  }

  private static void assertMessage(String part, String text) {
    String message = assertThrows(InvalidInputException.class, () -> parse(text)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
