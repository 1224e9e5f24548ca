package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import java.nio.file.Path;

/** Options that name images. */
public final class DataOptions {
  private static final String DEFAULT = "synthetic";

  @Parameter(
      names = "--data",
      description =
          "Images: synthetic, mnist, mnist-60000 or mnist-deformed; see data list. By default"
              + " synthetic; for looking at a model, what it was trained on")
  private String data;

  @ParametersDelegate private final Directory directory = new Directory();

  /**
   * Loads the dataset.
   *
   * @throws io.github.unitscope.network.InvalidInputException if there is no such dataset, or its
   *     files are missing or damaged
   */
  public Dataset load() {
    return load(DEFAULT);
  }

  /**
   * Loads the dataset.
   *
   * @param otherwise the name of the one to load if none was asked for
   * @throws io.github.unitscope.network.InvalidInputException as {@link #load()} does
   */
  public Dataset load(String otherwise) {
    String name = data == null ? otherwise : data;
    DatasetCatalog catalog = new DatasetCatalog(directory.get());
    UsageException.check(() -> catalog.entry(name));
    return catalog.load(name);
  }

  /** The option that says where datasets are. */
  public static final class Directory {
    @Parameter(
        names = "--data-dir",
        description = "Folder of the datasets; else UNITSCOPE_DATA, else ~/.cache/unitscope")
    private Path directory;

    /** Where datasets are looked for. */
    public DataDirectory get() {
      return DataDirectory.of(directory);
    }
  }
}
