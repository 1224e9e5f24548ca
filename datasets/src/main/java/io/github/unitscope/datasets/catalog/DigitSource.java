package io.github.unitscope.datasets.catalog;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.digits.DeformedImages;
import io.github.unitscope.datasets.digits.ElasticDeformation;
import io.github.unitscope.datasets.digits.Mnist;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.datasets.download.PublicDataset;
import io.github.unitscope.network.random.Seed;
import java.nio.file.Path;
import java.util.Optional;

/** The datasets of digits, by the names that they are registered with. */
enum DigitSource implements DatasetSource {
  /** Drawn by unitscope: there without any file. */
  SYNTHETIC("synthetic", 10_000, 1_000, 1_000) {
    @Override
    public DatasetCatalog.Entry entry(DataDirectory directory) {
      return entry("drawn by unitscope");
    }

    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      return SyntheticDigits.dataset();
    }

    @Override
    public Optional<PublicDataset> download() {
      return Optional.empty();
    }
  },
  /** Without the last sixth of the training images, which validates. */
  MNIST("mnist", 50_000, 10_000, 10_000) {
    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      return Mnist.read(folder(directory));
    }
  },
  /** With all training images. */
  WHOLE("mnist-60000", 60_000, 10_000, 10_000) {
    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      return Mnist.readWhole(word(), folder(directory));
    }
  },
  /** Deformed as often as Erhan et al. (2009) do. */
  DEFORMED("mnist-deformed", 2_500_000, 10_000, 10_000) {
    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      Dataset mnist = Mnist.read(folder(directory));
      ImageSet train =
          new DeformedImages(
              mnist.train(),
              ElasticDeformation.DEFAULTS,
              train(),
              Seed.root(0).derive("mnist-deformed"));
      return new Dataset(
          word(),
          ValueRange.UNIT_INTERVAL,
          train,
          mnist.validation(),
          mnist.test(),
          mnist.sources());
    }
  };

  private static final PublicDataset FILES = PublicDataset.MNIST;

  private final String word;
  private final int train;
  private final int validation;
  private final int test;

  DigitSource(String word, int train, int validation, int test) {
    this.word = word;
    this.train = train;
    this.validation = validation;
    this.test = test;
  }

  String word() {
    return word;
  }

  int train() {
    return train;
  }

  static Path folder(DataDirectory directory) {
    return directory.require(FILES.name());
  }

  @Override
  public DatasetCatalog.Entry entry(DataDirectory directory) {
    return entry(directory.whereIs(FILES.name()));
  }

  DatasetCatalog.Entry entry(String where) {
    return new DatasetCatalog.Entry(word, Mnist.SHAPE, train, validation, test, where);
  }

  @Override
  public Optional<PublicDataset> download() {
    return Optional.of(FILES);
  }
}
