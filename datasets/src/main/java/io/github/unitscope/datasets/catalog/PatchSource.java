package io.github.unitscope.datasets.catalog;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.download.PublicDataset;
import io.github.unitscope.datasets.photographs.DeadLeaves;
import io.github.unitscope.datasets.photographs.PatchDataset;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.datasets.photographs.PhotographFolder;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The datasets of patches, by the names that they are registered with. */
enum PatchSource implements DatasetSource {
  /** Of the Kodak photographs. */
  KODAK("kodak") {
    @Override
    public DatasetCatalog.Entry entry(DataDirectory directory) {
      return entry(directory.whereIs(word()));
    }

    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      return photographs(directory.require(word()), patches);
    }

    @Override
    public Optional<PublicDataset> download() {
      return Optional.of(PublicDataset.KODAK);
    }
  },
  /** Of scenes drawn by unitscope: there without any file. */
  LEAVES("leaves") {
    @Override
    public DatasetCatalog.Entry entry(DataDirectory directory) {
      return entry("drawn by unitscope");
    }

    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      PatchSettings settings = patches.settings();
      return PatchDataset.of(
          word(), DeadLeaves.DEFAULTS.draw(settings.colour()), settings, List.of());
    }
  },
  /** Of any folder of photographs. */
  PHOTOGRAPHS(DatasetCatalog.PHOTOGRAPHS) {
    @Override
    public DatasetCatalog.Entry entry(DataDirectory directory) {
      return entry("any folder: --photographs FOLDER");
    }

    @Override
    public Dataset load(DataDirectory directory, DatasetCatalog.PatchRequest patches) {
      if (patches.photographs() == null) {
        throw new InvalidInputException("say which photographs: --photographs FOLDER");
      }
      return photographs(patches.photographs(), patches);
    }
  };

  private final String word;

  PatchSource(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  @Override
  public boolean hasPatches() {
    return true;
  }

  DatasetCatalog.Entry entry(String where) {
    PatchSettings settings = PatchSettings.DEFAULTS;
    return new DatasetCatalog.Entry(
        word, settings.shape(), settings.train(), settings.heldOut(), settings.heldOut(), where);
  }

  Dataset photographs(Path folder, DatasetCatalog.PatchRequest patches) {
    PatchSettings settings = patches.settings();
    PhotographFolder read =
        PhotographFolder.read(
            folder, settings.colour(), settings.smallestPicture(), patches.warnings());
    return PatchDataset.of(word, read.pictures(), settings, read.sources());
  }
}
