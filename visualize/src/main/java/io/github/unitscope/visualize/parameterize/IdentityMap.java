package io.github.unitscope.visualize.parameterize;

/** Parameters are pixels. */
record IdentityMap(int parameters) implements ImageMap {

  @Override
  public void image(float[] parameters, float[] image) {
    System.arraycopy(parameters, 0, image, 0, this.parameters);
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    System.arraycopy(imageGradient, 0, gradient, 0, this.parameters);
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    System.arraycopy(image, 0, parameters, 0, this.parameters);
  }
}
