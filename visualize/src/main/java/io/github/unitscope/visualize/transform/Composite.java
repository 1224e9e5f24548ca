package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.SplitMix64;
import java.util.List;

public record Composite(List<Transform> all) implements Transform {
  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    return all.get(0).draw(input, random);
  }

  @Override
  public String describe() {
    return "";
  }
}
