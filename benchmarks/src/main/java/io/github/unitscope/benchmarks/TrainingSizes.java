package io.github.unitscope.benchmarks;

import io.github.unitscope.datasets.FirstImages;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import java.util.List;

/**
 * What one layer is trained on.
 *
 * @param images in an epoch; built-in digits of 784 pixels, 10,000 at most
 * @param hidden units
 * @param batch images a step; a divisor of {@code images}
 */
public record TrainingSizes(int images, int hidden, int batch) {
  /** Pixels of a built-in digit. */
  public static final int VISIBLE = 784;

  private static final String DATA = "synthetic";

  /** The images of an epoch. */
  public ImageSet trainingImages() {
    DataDirectory nowhere = new DataDirectory(List.of());
    return new FirstImages(new DatasetCatalog(nowhere).load(DATA).train(), images);
  }

  /** Floating-point operations of an epoch. */
  public double operations() {
    return images * Operations.training(VISIBLE, hidden);
  }
}
