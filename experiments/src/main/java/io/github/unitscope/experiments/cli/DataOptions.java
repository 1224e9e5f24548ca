package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import java.nio.file.Path;

/** Options that name images. */
public final class DataOptions {
  @Parameter(
      names = "--data",
      description = "Images: synthetic (drawn by unitscope), mnist or mnist-deformed")
  private String data = "synthetic";

  @Parameter(
      names = "--data-dir",
      description = "Folder of the datasets; else UNITSCOPE_DATA, else ~/.cache/unitscope")
  private Path directory;

  /**
   * Loads the dataset.
   *
   * @throws io.github.unitscope.network.InvalidInputException if there is no such dataset, or its
   *     files are missing or damaged
   */
  public Dataset load() {
    return new DatasetCatalog(directory()).load(data);
  }

  /** Where datasets are looked for. */
  public DataDirectory directory() {
    return DataDirectory.of(directory);
  }
}
