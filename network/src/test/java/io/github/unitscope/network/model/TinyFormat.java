package io.github.unitscope.network.model;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import java.util.Map;
import java.util.Optional;

/** A kind of model that only tests have: what a new kind takes. */
public final class TinyFormat implements ModelFormat {
  private static final String SCALES = "scales";

  /** What {@code model.json} says. */
  private record Description(String kind, ImageShape input, double meanInputNorm, String data) {}

  @Override
  public String kind() {
    return "tiny";
  }

  @Override
  public String name() {
    return "tiny network";
  }

  @Override
  public StoredNetwork read(ModelFiles files) {
    Description description = files.description(Description.class);
    try (NpzReader npz = files.weights()) {
      float[] scales = npz.get(SCALES, NpyType.FLOAT32, description.input().size()).floats();
      return new StoredNetwork(
          new TinyNetwork(description.input(), scales),
          new TrainedOn(description.meanInputNorm(), description.data()));
    }
  }

  @Override
  public Optional<ModelContent> content(Network network, TrainedOn trainedOn) {
    if (!(network instanceof TinyNetwork tiny)) {
      return Optional.empty();
    }
    Description description =
        new Description(kind(), tiny.inputShape(), trainedOn.meanInputNorm(), trainedOn.data());
    NpyArray scales = NpyArray.of(tiny.scales(), tiny.scales().length);
    return Optional.of(new ModelContent(description, Map.of(SCALES, scales)));
  }
}
