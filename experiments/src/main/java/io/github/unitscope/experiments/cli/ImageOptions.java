package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.natural.PhotographSet;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import java.nio.file.Path;

/** Options that name the images that a network is shown: a dataset, or whole photographs. */
public final class ImageOptions {
  @Parameter(
      names = "--data",
      description =
          "Images: a dataset by its name, see data list; by default what the model was trained on")
  private String data;

  @ParametersDelegate private final DataOptions.Directory directory = new DataOptions.Directory();

  @Parameter(
      names = "--photographs",
      description = "Folder of PNG and JPEG files to show instead: the square in their middle")
  private Path photographs;

  @Parameter(
      names = "--size",
      description = "Side in pixels that photographs are scaled to; by default the network's")
  private Integer size;

  /** How photographs were made images; manifests record it. */
  private record Scaled(int size) {}

  /**
   * The network for images of the size that is asked for.
   *
   * @throws UsageException if it cannot have that size
   */
  public Network resized(Network network) {
    if (size == null || size == network.inputShape().height()) {
      return network;
    }
    if (photographs == null) {
      throw new UsageException("--size is for photographs: give --photographs FOLDER too");
    }
    if (!(network instanceof Convolutional convolutional)) {
      throw new UsageException(
          "--size %d: this network looks at images of %s only"
              .formatted(size, network.inputShape()));
    }
    return UsageException.check(() -> convolutional.resized(size, size));
  }

  /**
   * Loads the images; those of photographs are training, validation and test images alike.
   *
   * @param shape of the network's images
   * @param otherwise the name of the dataset to load if nothing was asked for
   * @param terminal gets a line for every photograph that cannot be used
   * @throws io.github.unitscope.network.InvalidInputException if there are no such images, or their
   *     files are damaged
   */
  public Dataset load(ImageShape shape, String otherwise, Terminal terminal) {
    if (photographs != null) {
      if (data != null) {
        throw new UsageException("--data and --photographs exclude each other: give one of them");
      }
      PhotographSet set = PhotographSet.of(photographs, shape, terminal::warn);
      return new Dataset(
          DatasetCatalog.PHOTOGRAPHS,
          ValueRange.UNIT_INTERVAL,
          set,
          set,
          set,
          set.sources(),
          new Scaled(shape.height()));
    }
    String name = data == null ? otherwise : data;
    DatasetCatalog catalog = new DatasetCatalog(directory.get());
    UsageException.check(() -> catalog.entry(name));
    return catalog.load(name);
  }
}
