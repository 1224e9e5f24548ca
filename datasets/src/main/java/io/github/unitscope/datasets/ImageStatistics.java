package io.github.unitscope.datasets;

/**
 * What a set of images is like.
 *
 * @param meanNorm mean L2 norm of an image
 * @param meanImage [pixels], the mean of every pixel
 * @param images how many were looked at
 */
public record ImageStatistics(double meanNorm, float[] meanImage, int images) {

  /** So many images are enough for a mean norm. */
  private static final int IMAGES_FOR_NORM = 60_000;

  /** The mean L2 norm of the training images: the radius for maximization. */
  public static double meanNorm(Dataset dataset) {
    return of(dataset.train(), IMAGES_FOR_NORM).meanNorm();
  }

  /**
   * Looks at the first images of a set.
   *
   * @param most how many to look at, at the most
   */
  public static ImageStatistics of(ImageSet set, int most) {
    int count = Math.min(most, set.size());
    float[] image = new float[set.shape().size()];
    double[] sums = new double[image.length];
    double norms = 0;
    for (int i = 0; i < count; i++) {
      set.read(i, image);
      double square = 0;
      for (int p = 0; p < image.length; p++) {
        sums[p] += image[p];
        square += (double) image[p] * image[p];
      }
      norms += Math.sqrt(square);
    }
    float[] mean = new float[image.length];
    for (int p = 0; p < mean.length; p++) {
      mean[p] = (float) (sums[p] / count);
    }
    return new ImageStatistics(norms / count, mean, count);
  }
}
