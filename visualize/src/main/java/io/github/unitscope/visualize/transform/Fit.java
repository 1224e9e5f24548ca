package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.SplitMix64;

public record Fit(int height, int width, double value) implements Transform {
  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    return null;
  }

  @Override
  public String describe() {
    return "";
  }
}
