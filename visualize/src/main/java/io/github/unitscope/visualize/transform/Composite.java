package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Transforms one after the other.
 *
 * @param transforms the first one first
 */
public record Composite(List<Transform> transforms) implements Transform {

  /** Copies the list. */
  public Composite {
    transforms = List.copyOf(transforms);
  }

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    List<Warp> warps = new ArrayList<>();
    ImageShape shape = input;
    for (Transform transform : transforms) {
      Warp warp = transform.draw(shape, random);
      warps.add(warp);
      shape = warp.output();
    }
    return new Chain(input, warps);
  }

  @Override
  public String describe() {
    return transforms.stream().map(Transform::describe).collect(Collectors.joining(" "));
  }

  private record Chain(ImageShape input, List<Warp> warps) implements Warp {
    @Override
    public ImageShape output() {
      return warps.isEmpty() ? input : warps.get(warps.size() - 1).output();
    }

    @Override
    public void apply(float[] image, float[] output) {
      float[] current = image;
      for (Warp warp : warps) {
        float[] next = new float[warp.output().size()];
        warp.apply(current, next);
        current = next;
      }
      System.arraycopy(current, 0, output, 0, output.length);
    }

    @Override
    public void adjoint(float[] outputGradient, float[] imageGradient) {
      float[] current = outputGradient;
      for (int i = warps.size() - 1; i >= 0; i--) {
        ImageShape below = i == 0 ? input : warps.get(i - 1).output();
        float[] next = new float[below.size()];
        warps.get(i).adjoint(current, next);
        current = next;
      }
      System.arraycopy(current, 0, imageGradient, 0, imageGradient.length);
    }
  }
}
