package io.github.unitscope.experiments.fault;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.datasets.catalog.DatasetSource;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.network.random.Seed;
import java.util.List;

/** Labelled digits, so few that a command with them takes no longer than its files. */
final class FewDigits implements DatasetSource {
  static final String NAME = "few-digits";

  private static final int TRAIN = 60;
  private static final int HELD_OUT = 20;

  private static final Seed SEED = Seed.root(0).derive(NAME);
  private static final Dataset DIGITS =
      new Dataset(
          NAME,
          ValueRange.UNIT_INTERVAL,
          digits(TRAIN, "train"),
          digits(HELD_OUT, "validation"),
          digits(HELD_OUT, "test"),
          List.of());

  private static ImageSet digits(int size, String part) {
    return new SyntheticDigits(size, SEED.derive(part));
  }

  @Override
  public DatasetCatalog.Entry entry(DataDirectory directory) {
    return new DatasetCatalog.Entry(
        NAME, DIGITS.shape(), TRAIN, HELD_OUT, HELD_OUT, "drawn by a test");
  }

  @Override
  public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
    return DIGITS;
  }
}
