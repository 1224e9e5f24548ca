package io.github.unitscope.network.model;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import java.util.List;
import java.util.Set;

/** A network of one layer that nobody looks at. */
record TinyNetwork(ImageShape inputShape, float[] scales) implements Network {
  @Override
  public List<Layer> layers() {
    return List.of(Layer.flat(1, "scaled", scales.length));
  }

  @Override
  public Pass newPass(Set<Readout> readouts) {
    throw new UnsupportedOperationException("it is only stored");
  }
}
