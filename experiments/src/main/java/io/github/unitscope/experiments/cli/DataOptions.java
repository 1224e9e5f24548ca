package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
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

  /** The name of the dataset. */
  public String name() {
    return data;
  }

  /** The folder given, or null. */
  public Path directory() {
    return directory;
  }
}
