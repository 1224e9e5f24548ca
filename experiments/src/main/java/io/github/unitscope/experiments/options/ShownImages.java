package io.github.unitscope.experiments.options;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.JoinedImages;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.photographs.PhotographSet;
import io.github.unitscope.experiments.command.EnumWord;
import java.util.List;

/**
 * The images that a network is shown.
 *
 * @param dataset that they are of
 * @param split which part of it
 * @param images all that are shown
 */
public record ShownImages(Dataset dataset, ImageOptions.Split split, ImageSet images) {
  private static final List<String> PARTS = List.of("train", "validation", "test");

  /** As manifests record it. */
  public ImageOptions.Part part() {
    return new ImageOptions.Part(split, images.size());
  }

  /** The part of the dataset that an image is of: train, validation or test. */
  public String splitOf(int image) {
    return split == ImageOptions.Split.ALL ? PARTS.get(joined().partOf(image)) : EnumWord.of(split);
  }

  /** The index of an image in its part. */
  public int indexInSplit(int image) {
    return split == ImageOptions.Split.ALL ? joined().indexInPart(image) : image;
  }

  /** Whether images that models are not trained on stand beside those that they are. */
  public boolean isMixed() {
    return split == ImageOptions.Split.ALL;
  }

  private JoinedImages joined() {
    return new JoinedImages(List.of(dataset.train(), dataset.validation(), dataset.test()));
  }

  /** The name of an image, or nothing where images have none. */
  public String name(int image) {
    return dataset.train() instanceof PhotographSet photographs ? photographs.name(image) : "";
  }

  /** Whether values lie in [0, 1]. */
  public boolean inUnitInterval() {
    return dataset.range() == ValueRange.UNIT_INTERVAL;
  }

  /** The values of an image. */
  public float[] pixels(int image) {
    float[] pixels = new float[images.shape().size()];
    images.read(image, pixels);
    return pixels;
  }
}
