package io.github.unitscope.examples;

import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.datasets.catalog.DatasetSource;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.figures.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Images of one's own: an image is a pure function of its index. Under its name the dataset is
 * known to the catalogue, and so to every command of the program. A denoising autoencoder learns it
 * here.
 */
public final class Example08OwnImages {
  private Example08OwnImages() {}

  /** Horizontal and vertical bars, each there with probability 1/8 (after Földiák 1990). */
  record Bars(int size, Seed seed) implements ImageSet {
    @Override
    public ImageShape shape() {
      return ImageShape.grey(8, 8);
    }

    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = seed.derive(index).stream();
      Arrays.fill(pixels, 0);
      for (int bar = 0; bar < 16; bar++) {
        boolean isThere = random.nextInt(8) == 0;
        for (int i = 0; isThere && i < 8; i++) {
          pixels[bar < 8 ? 8 * bar + i : 8 * i + bar - 8] = 1;
        }
      }
    }
  }

  /** Draws {@code bars.png}, the filters that were learned, in a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Bars train = new Bars(2000, Seed.root(1));
    Bars validation = new Bars(500, Seed.root(2));
    Bars test = new Bars(500, Seed.root(3));
    Dataset bars =
        new Dataset("bars", ValueRange.UNIT_INTERVAL, train, validation, test, List.of());
    DatasetCatalog.register("bars", DatasetSource.of(bars));

    Dataset data = new DatasetCatalog(DataDirectory.of(null)).load("bars");
    Sdae sdae = Sdae.train(SdaeSettings.of(32), data, 42);
    Figures.of(Combination.of(sdae).layer(1).run()).save(folder.resolve("bars.png"));
  }
}
