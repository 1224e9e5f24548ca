package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Options that name labelled images: no patches, which have no labels. */
@OptionGroup(Group.WHAT)
public final class LabelledDataOptions implements Explained {
  @Parameter(names = "--data", description = "Images: one of {datasets}. Default: {default}")
  private String data;

  @ParametersDelegate private final DataOptions.Directory directory = new DataOptions.Directory();

  private final String otherwise;

  /** Of a command that has no model. */
  public LabelledDataOptions() {
    this(DataOptions.DEFAULT);
  }

  private LabelledDataOptions(String otherwise) {
    this.otherwise = otherwise;
  }

  /** Of a command that shows the images to a model. */
  public static LabelledDataOptions ofModel() {
    return new LabelledDataOptions(DataOptions.OF_MODEL);
  }

  @Override
  public Map<String, String> words() {
    return Map.of("datasets", String.join(", ", labelled()), "default", otherwise);
  }

  private static List<String> labelled() {
    return DatasetCatalog.names().stream()
        .filter(name -> !DatasetCatalog.hasPatches(name))
        .toList();
  }

  /**
   * Loads the dataset.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such dataset,
   *     or its files are missing or damaged
   */
  public Dataset load() {
    return load(DataOptions.DEFAULT);
  }

  /**
   * Loads the dataset.
   *
   * @param otherwise the name of the one to load if none was asked for; empty if none is known
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such dataset,
   *     or its files are missing or damaged
   */
  public Dataset load(String otherwise) {
    String name = data == null ? otherwise : data;
    DatasetCatalog catalog = directory.catalogWith(name);
    if (DatasetCatalog.hasPatches(name)) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s %s has images without a label, which this command needs; expected one of %s",
              data == null ? "the model's data" : "--data",
              name,
              String.join(", ", labelled())));
    }
    return catalog.load(name);
  }
}
