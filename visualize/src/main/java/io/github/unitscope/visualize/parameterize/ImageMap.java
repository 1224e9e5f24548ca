package io.github.unitscope.visualize.parameterize;

/**
 * From parameters to an image, and gradients back. Has working memory: not safe for use by several
 * threads at once.
 */
public interface ImageMap {

  /** How many parameters an image has. */
  int parameters();

  /**
   * Makes the image.
   *
   * @param parameters [parameters]
   * @param image [channels × height × width], overwritten
   */
  void image(float[] parameters, float[] image);

  /**
   * Takes a gradient back: the transposed derivative of {@link #image} at these parameters.
   *
   * @param parameters [parameters]
   * @param imageGradient [channels × height × width]
   * @param gradient with respect to the parameters [parameters], overwritten
   */
  void gradient(float[] parameters, float[] imageGradient, float[] gradient);

  /**
   * The parameters of an image; of the nearest one that has parameters, where it has none itself.
   *
   * @param image [channels × height × width]
   * @param parameters [parameters], overwritten
   */
  void invert(float[] image, float[] parameters);
}
