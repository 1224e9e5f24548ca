package io.github.unitscope.stacks.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.testing.WatchedNetwork;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  @Test
  void thePassesOfAPredictionAreClosed() {
    ImageSet images = SmallDigits.dataset(true).test();
    WatchedNetwork network = new WatchedNetwork(SmallDigits.stack(images.shape(), 12, 10));
    Readout logits = new Readout(2, Quantity.PREACTIVATION);
    try (Workers workers = new Workers(2)) {
      assertEquals(images.size(), Classifier.logits(network, logits, images, workers).length);
    }
    assertTrue(network.made() > 0);
    assertEquals(0, network.open());
  }
}
