package io.github.unitscope.benchmarks;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.maximize.Adam;
import io.github.unitscope.visualize.maximize.AscentJob;
import io.github.unitscope.visualize.maximize.Ascents;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximizer;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.select.UnitObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Steps of Adam on the pixels for logits of a convolutional network, without transforms.
 *
 * @param network at the size of image that is measured
 * @param images ascents that are made at once, one for a class each
 * @param steps of every ascent
 */
record ConvNetSteps(ConvNetwork network, int images, int steps) implements Workload {
  private static final double GREY = 0.5;
  private static final double DEVIATION = 0.04;

  @Override
  public String name() {
    return "convnet-" + network.inputShape().width();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "%d steps for %d logits of a convolutional network at %d px, %d layers",
        steps,
        images,
        network.inputShape().width(),
        network.layers().size());
  }

  @Override
  public String item() {
    return "image-step";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    MaximizationSettings specification =
        MaximizationSettings.builder(new Box(0, 1))
            .parameterization(new Pixels(GREY, DEVIATION))
            .ascent(new Adam(Ascents.DEFAULT_RATE, steps))
            .build();
    Maximizer maximizer = new Maximizer(network, specification, workers);
    List<AscentJob> targets = targets(seed);
    Done done = new Done(evaluations(), operations());
    return () ->
        Work.timed(
            () -> {
              maximizer.maximize(targets, (maximum, index) -> {});
              return done;
            });
  }

  private List<AscentJob> targets(Seed seed) {
    Readout logits = network.logits();
    List<AscentJob> targets = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      int unit = i % network.classes().size();
      targets.add(new AscentJob(new UnitObjective(logits, unit), seed.derive(name()).derive(i)));
    }
    return targets;
  }

  /** The images as they are at the end are looked at once more. */
  private double evaluations() {
    return (double) images * (steps + 1);
  }

  double operations() {
    return evaluations() * 2 * Operations.oneWay(network);
  }
}
