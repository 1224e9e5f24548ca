package io.github.unitscope.benchmarks;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.EqualRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code bench} measures, each with the roof that it is a share of.
 *
 * @param comparisons in the order in which they are shown
 */
public record WorkloadCatalog(List<Comparison> comparisons) {
  /** Half of 360 rows: what each of two threads would multiply at once if nothing else mattered. */
  private static final int LARGE_ROWS = 180;

  /** The rows of a batch of the maximization core. */
  private static final int CORE_ROWS = EqualRows.BATCH;

  /** Copies the list. */
  public WorkloadCatalog {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * All workloads.
   *
   * @param convNet a network that takes images of any size; null to leave it out
   */
  public static WorkloadCatalog of(BenchSizes sizes, ConvNetwork convNet) {
    Workload roof = roof("roof-360", sizes.network(), LARGE_ROWS);
    List<Comparison> all = new ArrayList<>();
    all.add(Comparison.none(roof));
    all.add(new Comparison(roof("roof-core", sizes.network(), CORE_ROWS), roof));
    sizes
        .rows()
        .forEach(rows -> all.add(new Comparison(new Maximization(rows, sizes.network()), roof)));
    addTraining(all, sizes.rbm(), RbmEpoch::new);
    addTraining(all, sizes.autoencoder(), AutoencoderEpoch::new);
    addTraining(all, List.of(sizes.dbn()), DbnEpoch::new);
    all.add(
        new Comparison(
            new ClampedSampling(sizes.network(), sizes.sampledUnits(), sizes.sampling()), roof));
    if (convNet != null) {
      for (int side : sizes.convNetSides()) {
        ConvNetwork resized = convNet.resized(side, side);
        all.add(
            new Comparison(
                new ConvNetSteps(resized, sizes.convNetImages(), sizes.convNetSteps()), roof));
      }
    }
    coldStarts(sizes.network()).forEach(start -> all.add(Comparison.none(start)));
    return new WorkloadCatalog(all);
  }

  private static Roof roof(String name, NetworkSizes network, int rows) {
    return new Roof(
        name,
        String.format(
            Locale.ROOT,
            "the products of a gradient in %s, %d rows a thread",
            network.describe(),
            rows),
        network.gradientProducts(rows));
  }

  private static void addTraining(
      List<Comparison> all, List<TrainingSizes> trainings, Function<TrainingSizes, Workload> work) {
    for (TrainingSizes training : trainings) {
      TrainingRoof roof = new TrainingRoof(training);
      Optional<Comparison> known = find(all, roof.name());
      if (known.isEmpty()) {
        all.add(Comparison.none(roof));
      }
      all.add(new Comparison(work.apply(training), known.map(Comparison::subject).orElse(roof)));
    }
  }

  private static Optional<Comparison> find(List<Comparison> all, String name) {
    return all.stream().filter(one -> one.subject().name().equals(name)).findFirst();
  }

  private static Stream<Workload> coldStarts(NetworkSizes network) {
    return Stream.of(
        new ColdStart("start-help", "--help in a new process", false, List.of("--help"), network),
        new ColdStart(
            "start-maximize",
            "maximize of 36 units of the highest layer in a new process",
            true,
            List.of(
                "maximize",
                "--model",
                ColdStart.MODEL,
                "--layer",
                String.valueOf(network.layers().size()),
                "--units",
                "0-35",
                "--out",
                ColdStart.OUT,
                "--force",
                "--quiet"),
            network));
  }

  /** The names of all workloads. */
  public List<String> names() {
    return comparisons.stream().map(comparison -> comparison.subject().name()).toList();
  }

  /**
   * Some of the workloads; those that they are compared with come along by themselves.
   *
   * @param names of the wanted ones; {@code cd1} stands for all that begin with {@code cd1-}
   * @throws InvalidInputException if there is none of a name
   */
  public WorkloadCatalog only(List<String> names) {
    for (String name : names) {
      if (comparisons.stream().noneMatch(one -> isCalled(one, name))) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "unknown workload '%s'; expected one of %s",
                name,
                names().stream().collect(Collectors.joining(", "))));
      }
    }
    return new WorkloadCatalog(
        comparisons.stream()
            .filter(one -> names.stream().anyMatch(name -> isCalled(one, name)))
            .toList());
  }

  private static boolean isCalled(Comparison comparison, String name) {
    String full = comparison.subject().name();
    return full.equals(name) || full.startsWith(name + "-");
  }
}
