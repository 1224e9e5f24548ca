package io.github.unitscope.experiments.reproduce.olah2017;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.transform.Composite;
import io.github.unitscope.visualize.transform.Fit;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Transforms;
import io.github.unitscope.visualize.transform.Warp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a network makes of an image that was made for a class: its probability for the class, as the
 * image is and after random shifts and rotations.
 *
 * @param probability of the image as it is
 * @param mean probability after a random shift of up to 8 pixels each way and a rotation of up to
 *     10°
 * @param least of these
 */
record Robustness(double probability, double mean, double least) {
  private static final int DRAWS = 20;
  private static final double GREY = 0.5;

  static Robustness of(Classifying network, float[] image, int number, Seed seed) {
    List<Transform> moves =
        new ArrayList<>(Transforms.parse("pad=8 jitter=16 rotate=-10:10", GREY));
    var shape = network.inputShape();
    moves.add(new Fit(shape.height(), shape.width(), GREY));
    Composite all = new Composite(moves);
    try (Pass pass = network.newPass(Set.of(network.probabilities()), 1)) {
      double sum = 0;
      double least = 1;
      float[] moved = new float[image.length];
      for (int draw = 0; draw < DRAWS; draw++) {
        Warp warp = all.draw(shape, seed.derive(draw).stream());
        warp.apply(image, moved);
        double probability = probability(pass, network, moved, number);
        sum += probability;
        least = Math.min(least, probability);
      }
      return new Robustness(probability(pass, network, image, number), sum / DRAWS, least);
    }
  }

  private static double probability(Pass pass, Classifying network, float[] image, int number) {
    int row = pass.usableRows()[0];
    pass.input().writeRow(row, image);
    pass.forward();
    return pass.output(network.probabilities()).get(row, number);
  }
}
