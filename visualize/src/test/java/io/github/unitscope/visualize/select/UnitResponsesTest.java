package io.github.unitscope.visualize.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitResponsesTest {
  @Test
  void areThoseOfAPassOverOneImage() {
    ImageShape shape = new ImageShape(3, 5, 4);
    LogisticStack network = RandomNetworks.stack(shape, Seed.root(1), 2, 30, 20);
    float[][] images = RandomValues.rows(Seed.root(2), 203, shape.size(), 1);
    int[] units = new int[images.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = 7 * i % 20;
    }
    UnitResponses responses = UnitResponses.of(network, images, 2, units);

    Readout preactivation = new Readout(2, Quantity.PREACTIVATION);
    Readout activation = new Readout(2, Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(preactivation, activation))) {
      int row = pass.usableRows()[0];
      for (int i = 0; i < units.length; i++) {
        pass.input().writeRow(row, images[i]);
        pass.forward();
        assertEquals(pass.output(preactivation).get(row, units[i]), responses.preactivations()[i]);
        assertEquals(pass.output(activation).get(row, units[i]), responses.activations()[i]);
      }
    }
  }

  @Test
  void noImagesGiveNoResponses() {
    LogisticStack network = RandomNetworks.single(1, 1, new float[] {1});
    assertEquals(0, UnitResponses.of(network, new float[0][], 1, new int[0]).activations().length);
  }
}
