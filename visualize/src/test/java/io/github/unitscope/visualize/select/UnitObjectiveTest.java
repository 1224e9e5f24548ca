package io.github.unitscope.visualize.select;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitObjectiveTest {
  private static final Readout PREACTIVATION = new Readout(1, Quantity.PREACTIVATION);
  private static final Readout ACTIVATION = new Readout(1, Quantity.ACTIVATION);

  /** At x = (0.5, −1) the pre-activations are 0.5 and −2. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Whoever asks for it closes it.
  private static Pass pass(int row) {
    Pass pass =
        RandomNetworks.single(1, 2, new float[] {3, -2}, new float[] {1, 1})
            .newPass(Set.of(PREACTIVATION, ACTIVATION));
    pass.input().writeRow(row, new float[] {0.5f, -1});
    pass.forward();
    return pass;
  }

  @Test
  void valueByHand() {
    try (Pass pass = pass(40)) {
      assertEquals(0.5, new UnitObjective(PREACTIVATION, 0).value(pass, 40), 1e-6);
      assertEquals(-2, new UnitObjective(PREACTIVATION, 1).value(pass, 40), 1e-6);
      assertEquals(1 / (1 + Math.exp(2)), new UnitObjective(ACTIVATION, 1).value(pass, 40), 1e-6);
    }
    assertEquals(Set.of(ACTIVATION), new UnitObjective(ACTIVATION, 1).readouts());
  }

  @Test
  void gradientByHand() {
    try (Pass pass = pass(40)) {
      new UnitObjective(PREACTIVATION, 1).addGradient(pass, 40, 2);
      new UnitObjective(PREACTIVATION, 1).addGradient(pass, 40, 0.5f);
      assertArrayEquals(new float[] {0, 2.5f}, pass.gradient(PREACTIVATION).toRows()[40]);
      float[][] gradient = pass.backward().toRows();
      assertArrayEquals(new float[] {-5, 2.5f}, gradient[40], 1e-6f);
      assertArrayEquals(new float[2], gradient[39]);
    }
  }
}
