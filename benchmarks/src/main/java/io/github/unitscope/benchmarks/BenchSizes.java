package io.github.unitscope.benchmarks;

import io.github.unitscope.visualize.sample.SamplingSettings;
import java.util.List;

/**
 * How much work the workloads are.
 *
 * @param network for maximization and sampling; at least two layers
 * @param rows ascents, a workload for each
 * @param rbm the trainings of restricted Boltzmann machines, a workload for each
 * @param autoencoder the trainings of denoising autoencoders, a workload for each
 * @param dbn the first layer of the deep belief network of the Deep Learning Tutorials
 * @param sampledUnits units that are sampled
 * @param sampling their chains
 * @param convNetImages ascents at once on a convolutional network
 * @param convNetSteps steps of each
 * @param convNetSides sizes of its images in pixels, a workload for each
 */
public record BenchSizes(
    NetworkSizes network,
    List<Integer> rows,
    List<TrainingSizes> rbm,
    List<TrainingSizes> autoencoder,
    TrainingSizes dbn,
    int sampledUnits,
    SamplingSettings sampling,
    int convNetImages,
    int convNetSteps,
    List<Integer> convNetSides) {
  /** What {@code bench} measures. */
  public static final BenchSizes DEFAULTS =
      new BenchSizes(
          NetworkSizes.DEFAULTS,
          List.of(36, 360, 36_000),
          List.of(new TrainingSizes(10_000, 500, 100), new TrainingSizes(10_000, 500, 20)),
          List.of(new TrainingSizes(10_000, 500, 20)),
          new TrainingSizes(10_000, 1000, 10),
          16,
          new SamplingSettings(16, 200, 16, 10, SamplingSettings.TopDown.SAMPLE),
          8,
          3,
          List.of(128, 224));

  /** Copies the lists. */
  public BenchSizes {
    rows = List.copyOf(rows);
    rbm = List.copyOf(rbm);
    autoencoder = List.copyOf(autoencoder);
    convNetSides = List.copyOf(convNetSides);
  }
}
