package io.github.unitscope.visualize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.ArrayImages;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.testing.WatchedNetwork;
import io.github.unitscope.visualize.combine.FirstOrder;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Passes have memory outside the heap: whoever makes one closes it, also when work fails. */
class ClosedPassesTest {
  private static final Readout SECOND = new Readout(2, Quantity.PREACTIVATION);

  private final WatchedNetwork network =
      new WatchedNetwork(RandomNetworks.stack(ImageShape.grey(4, 5), Seed.root(3), 4, 12, 8, 6));

  @Test
  void gradientsToFirstOrderLeaveNoPassOpen() {
    try (FirstOrder firstOrder = new FirstOrder(network, 3)) {
      assertEquals(1, network.open(), "the search for the image has closed its own");
      firstOrder.gradients(List.of(0, 1));
    }
    assertEquals(2, network.made());
    assertEquals(0, network.open());
  }

  @Test
  void aViewerThatFailsLeavesNoPassOpen() {
    float[][] images = RandomValues.rows(Seed.root(4), 7, network.inputShape().size(), 1);
    try (Workers workers = new Workers(2)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              ImageStream.show(
                  network,
                  Set.of(SECOND),
                  new ArrayImages(network.inputShape(), images),
                  workers,
                  shown -> {
                    throw new IllegalStateException("on purpose");
                  },
                  done -> {}));
    }
    assertTrue(network.made() > 0);
    assertEquals(0, network.open());
  }
}
