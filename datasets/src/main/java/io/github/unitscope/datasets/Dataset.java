package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * What a model is trained, chosen and tested on.
 *
 * @param name as on the command line, for example {@code mnist}
 * @param range which values the images have
 * @param train for training
 * @param validation for monitoring and for choosing hyper-parameters
 * @param test for results only
 * @param sources the files that the images come from; empty where they are drawn
 * @param settings the choices by which they were made, for manifests; null where there are none
 */
public record Dataset(
    String name,
    ValueRange range,
    ImageSet train,
    ImageSet validation,
    ImageSet test,
    List<SourceFile> sources,
    Object settings) {

  /** Copies the list. */
  public Dataset {
    sources = List.copyOf(sources);
  }

  /** A dataset without choices. */
  public Dataset(
      String name,
      ValueRange range,
      ImageSet train,
      ImageSet validation,
      ImageSet test,
      List<SourceFile> sources) {
    this(name, range, train, validation, test, sources, null);
  }

  /** The shape of every image. */
  public ImageShape shape() {
    return train.shape();
  }
}
