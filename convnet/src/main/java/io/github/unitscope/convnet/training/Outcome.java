package io.github.unitscope.convnet.training;

/**
 * How well some images were recognized.
 *
 * @param images how many there are
 * @param right how many of them were given their own class
 * @param loss the sum over the images of −log p(true class), in nats
 */
record Outcome(int images, int right, double loss) {
  static final Outcome NONE = new Outcome(0, 0, 0);

  Outcome plus(Outcome other) {
    return new Outcome(images + other.images, right + other.right, loss + other.loss);
  }

  double accuracy() {
    return (double) right / images;
  }

  double meanLoss() {
    return loss / images;
  }
}
