package io.github.unitscope.datasets.catalog;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.download.PublicDataset;
import java.util.Optional;

/** A dataset that can be loaded by its name. */
public interface DatasetSource {

  /** A dataset that is there: drawn, or read already. */
  static DatasetSource of(Dataset dataset) {
    return new DatasetSource() {
      @Override
      public DatasetCatalog.Entry entry(DataDirectory directory) {
        return new DatasetCatalog.Entry(
            dataset.name(),
            dataset.shape(),
            dataset.train().size(),
            dataset.validation().size(),
            dataset.test().size(),
            "of the program");
      }

      @Override
      public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
        return dataset;
      }
    };
  }

  /**
   * What lists show of it; nothing is read for that.
   *
   * @param directory where files are looked for
   */
  DatasetCatalog.Entry entry(DataDirectory directory);

  /**
   * Loads it.
   *
   * @param directory where files are looked for
   * @param patches which patches are wanted, where {@link #hasPatches}
   * @throws io.github.unitscope.network.message.InvalidInputException if its files are missing or
   *     damaged
   */
  Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches);

  /** Whether it consists of patches, which have settings and no labels. */
  default boolean hasPatches() {
    return false;
  }

  /** How it is fetched, if it can be. */
  default Optional<PublicDataset> download() {
    return Optional.empty();
  }
}
