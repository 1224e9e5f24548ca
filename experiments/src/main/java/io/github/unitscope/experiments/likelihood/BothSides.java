package io.github.unitscope.experiments.likelihood;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.likelihood.AnnealedImportanceSampling;
import io.github.unitscope.rbm.likelihood.GibbsStates;
import io.github.unitscope.rbm.likelihood.LadderEstimate;
import io.github.unitscope.rbm.likelihood.LogPartition;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.Ladder;
import java.util.Locale;
import java.util.Optional;

/**
 * Estimates of one partition function that err to different sides. A single one proves nothing:
 * annealed importance sampling is too low where its chains miss something.
 *
 * @param forward annealed importance sampling
 * @param reverse the same from the machine down, too high where that one is too low
 * @param ladder from the ladder that the machine was trained with; null without one
 * @param states where the reverse chains begin, for people
 * @param gap the reverse estimate minus the forward one, in nats
 * @param open whether they differ by more than {@link #LARGEST_GAP}
 * @param images how the images were made binary, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BothSides(
    LogPartition forward,
    LogPartition reverse,
    LogPartition ladder,
    String states,
    double gap,
    boolean open,
    String images) {
  /** Two estimates that differ by more, in nats, leave the number open. */
  static final double LARGEST_GAP = 1;

  /** Gibbs steps from an image to a state of a machine without a ladder. */
  private static final int STEPS = 1000;

  /**
   * Estimates the reverse, and where there is a ladder its own.
   *
   * @param base the visible biases of the machine without weights
   * @param images that chains begin at where there is no ladder
   */
  static BothSides of(
      LogPartition forward,
      AnnealedImportanceSampling sampling,
      Rbm rbm,
      Optional<Ladder> ladder,
      float[] base,
      ImageSet images,
      Seed seed,
      Workers workers) {
    LogPartition own = null;
    String where;
    float[][] states;
    if (ladder.isPresent()) {
      LadderEstimate estimate =
          LadderEstimate.of(ladder.get(), sampling.runs(), seed.derive("ladder"), workers);
      own = estimate.logPartition();
      states = estimate.states();
      where = "states of the ladder";
    } else {
      states = GibbsStates.of(rbm, images, sampling.runs(), STEPS, seed.derive("states"), workers);
      where = String.format(Locale.ROOT, "training images after %d Gibbs steps", STEPS);
    }
    LogPartition reverse = sampling.reverse(rbm, base, states, seed.derive("reverse"), workers);
    double gap = reverse.value() - forward.value();
    return new BothSides(
        forward,
        reverse,
        own,
        where,
        gap,
        !(Math.abs(gap) <= LARGEST_GAP),
        "every pixel drawn with its value as the probability of 1");
  }

  /** One line on whether the estimates agree. */
  String verdict() {
    String verdict =
        String.format(
            Locale.ROOT,
            "reverse estimate of log Z = %s (from %s), %s nats apart: %s",
            Numbers.fixed(reverse.value()),
            states,
            Numbers.fixed(Math.abs(gap)),
            open ? "the likelihood is open; give more --steps" : "both estimates agree");
    return ladder == null
        ? verdict
        : verdict + "; by the ladder log Z = " + Numbers.fixed(ladder.value());
  }
}
