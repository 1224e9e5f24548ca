package io.github.unitscope.stacks.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.TiedLayer;
import org.junit.jupiter.api.Test;

class DivergenceGuardTest {
  private static final double UNTRAINED = 10;

  /** A layer that goes one way. */
  private record SmallLayer(Matrix weights, float[] visibleBias, float[] hiddenBias)
      implements TiedLayer<SmallLayer> {
    @Override
    public void propDown(Matrix hidden, Matrix means) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SmallLayer copy() {
      return new SmallLayer(weights, visibleBias.clone(), hiddenBias.clone());
    }
  }

  /** An error and nothing else. */
  private record Metrics(double error) implements LayerMetrics {
    @Override
    public int layer() {
      return 1;
    }

    @Override
    public int epoch() {
      return 3;
    }

    @Override
    public double seconds() {
      return 0;
    }

    @Override
    public double[] values() {
      return new double[] {error};
    }

    @Override
    public boolean isFinite() {
      return Double.isFinite(error);
    }
  }

  private final SmallLayer untrained =
      new SmallLayer(Matrix.zeros(3, 2), new float[3], new float[2]);
  private final DivergenceGuard<SmallLayer> guard =
      new DivergenceGuard<>(0.1, untrained, "cost", UNTRAINED);

  @Test
  void anErrorOverTwiceTheUntrainedOneIsDivergence() {
    SmallLayer sound = untrained.copy();
    sound.hiddenBias()[0] = 9;
    assertDoesNotThrow(() -> guard.check(new Metrics(20), sound));
    TrainingDivergedException e =
        assertThrows(TrainingDivergedException.class, () -> guard.check(new Metrics(20.1), sound));
    assertEquals(
        "training of layer 1 diverged in epoch 3: the cost is 20.1, untrained it was 10.0; "
            + "try a learning rate of 0.033 or less",
        e.getMessage());
    assertEquals(9, guard.lastGood().hiddenBias()[0]);
    assertNotSame(sound, guard.lastGood());
  }

  @Test
  void anErrorThatIsNotANumberIsDivergence() {
    assertThrows(
        TrainingDivergedException.class, () -> guard.check(new Metrics(Double.NaN), untrained));
  }

  @Test
  void aParameterThatIsNotANumberIsDivergence() {
    SmallLayer spoiled = untrained.copy();
    spoiled.visibleBias()[2] = Float.NaN;
    TrainingDivergedException e =
        assertThrows(TrainingDivergedException.class, () -> guard.check(new Metrics(1), spoiled));
    assertTrue(e.getMessage().contains("no longer finite"), e.getMessage());
    assertTrue(guard.lastGood().isFinite());
  }
}
