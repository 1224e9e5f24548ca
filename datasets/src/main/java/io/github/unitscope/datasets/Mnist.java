package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * MNIST: 50,000 images for training, the last 10,000 of the training file for validation as in the
 * Deep Learning Tutorials, 10,000 for testing; grey 28×28 in [0, 1].
 */
final class Mnist {
  static final ImageShape SHAPE = ImageShape.grey(28, 28);
  private static final int TRAIN = 60_000;
  private static final int VALIDATION = 10_000;
  private static final int TEST = 10_000;

  private Mnist() {}

  /**
   * Reads the four files.
   *
   * @param folder of the files, compressed or not
   * @throws InvalidInputException if one is missing, damaged or not of MNIST
   */
  static Dataset read(Path folder) {
    return read("mnist", folder, TRAIN - VALIDATION);
  }

  /**
   * Reads the four files for training on all 60,000 images; those for validation are among them
   * then, and tell nothing of overfitting.
   *
   * @throws InvalidInputException if one is missing, damaged or not of MNIST
   */
  static Dataset readWhole(String name, Path folder) {
    return read(name, folder, TRAIN);
  }

  private static Dataset read(String name, Path folder, int train) {
    Idx trainImages = images(MnistFile.TRAIN_IMAGES.in(folder), TRAIN);
    Idx trainLabels = labels(MnistFile.TRAIN_LABELS.in(folder), TRAIN);
    Idx testImages = images(MnistFile.TEST_IMAGES.in(folder), TEST);
    Idx testLabels = labels(MnistFile.TEST_LABELS.in(folder), TEST);
    byte[] pixels = trainImages.values();
    byte[] labels = trainLabels.values();
    return new Dataset(
        name,
        ValueRange.UNIT_INTERVAL,
        new ByteImages(SHAPE, pixels, labels, 0, train),
        new ByteImages(SHAPE, pixels, labels, TRAIN - VALIDATION, VALIDATION),
        new ByteImages(SHAPE, testImages.values(), testLabels.values(), 0, TEST),
        List.of(
            new SourceFile(MnistFile.TRAIN_IMAGES.in(folder), trainImages.sha256()),
            new SourceFile(MnistFile.TRAIN_LABELS.in(folder), trainLabels.sha256()),
            new SourceFile(MnistFile.TEST_IMAGES.in(folder), testImages.sha256()),
            new SourceFile(MnistFile.TEST_LABELS.in(folder), testLabels.sha256())));
  }

  private static Idx images(Path file, int count) {
    return Idx.read(file, count, SHAPE.height(), SHAPE.width());
  }

  private static Idx labels(Path file, int count) {
    Idx idx = Idx.read(file, count);
    for (byte label : idx.values()) {
      if (label < 0 || label > 9) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s has the label %d where 0 to 9 are needed; fetch it again",
                file,
                label & 0xFF));
      }
    }
    return idx;
  }
}
