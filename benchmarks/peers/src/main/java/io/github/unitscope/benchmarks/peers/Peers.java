package io.github.unitscope.benchmarks.peers;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterException;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.benchmarks.Bench;
import io.github.unitscope.benchmarks.BenchReport;
import io.github.unitscope.benchmarks.BenchSizes;
import io.github.unitscope.benchmarks.BenchedConvNet;
import io.github.unitscope.benchmarks.Comparison;
import io.github.unitscope.benchmarks.TrainingSizes;
import io.github.unitscope.benchmarks.Workload;
import io.github.unitscope.benchmarks.WorkloadCatalog;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures unitscope and its peers, libtorch and scikit-learn, at the same work, in rounds that
 * take turns.
 */
public final class Peers {
  private static final long SEED = 42;

  @Parameter(names = "--rounds", description = "Rounds of every workload; they take turns")
  private int rounds = 5;

  @Parameter(
      names = "--only",
      description = "Workloads to measure, for example maximize-360,cd1; by default all")
  private List<String> only = new ArrayList<>();

  @Parameter(names = "--model", description = "Convolutional network, as bench takes it")
  private Path model;

  @Parameter(names = "--peers", description = "Which to measure: torch, sklearn; by default both")
  private List<String> peers = new ArrayList<>(List.of("torch", "sklearn"));

  @Parameter(names = "--python", description = "Python that has scikit-learn")
  private Path python = Path.of("/usr/bin/python3");

  @Parameter(
      names = "--sklearn-script",
      description = "sklearn_rbm.py; without it scikit-learn is left out")
  private Path sklearnScript;

  @Parameter(
      names = {"--peer-threads", "--torch-threads"},
      description = "Numbers of threads of the peers to try; by default 1 and all")
  private List<Integer> peerThreads = new ArrayList<>();

  @Parameter(names = "--out", description = "File to write the results to, as JSON")
  private Path out;

  private Peers() {}

  /** Measures and prints; exits with 1 if that fails and with 2 for wrong options. */
  public static void main(String[] arguments) {
    Peers peers = new Peers();
    try {
      JCommander.newBuilder().addObject(peers).build().parse(arguments);
      peers.run();
    } catch (ParameterException e) {
      System.err.println("peers: " + e.getMessage());
      System.exit(2);
    } catch (InvalidInputException e) {
      System.err.println("peers: " + e.getMessage());
      System.exit(1);
    }
    // libtorch's threads are no daemons.
    System.exit(0);
  }

  private void run() {
    int threads = Runtime.getRuntime().availableProcessors();
    if (peerThreads.isEmpty()) {
      peerThreads.addAll(threads == 1 ? List.of(1) : List.of(1, threads));
    }
    List<Comparison> comparisons = comparisons();
    BenchReport report;
    try (Workers workers = new Workers(threads);
        Bench bench =
            new Bench(workers, Seed.root(SEED), rounds, Bench.WARM_UP_SECONDS, done -> {})) {
      report = BenchReport.of(threads, SEED, bench.run(comparisons));
    }
    System.out.println(report.where());
    report.table().forEach(System.out::println);
    report.details().forEach(System.out::println);
    if (out != null) {
      Json.write(out, report);
    }
  }

  /** Every workload against every peer with every number of threads, then the peers alone. */
  private List<Comparison> comparisons() {
    BenchSizes sizes = BenchSizes.DEFAULTS;
    ConvNetwork network = BenchedConvNet.find(model);
    WorkloadCatalog ours = WorkloadCatalog.of(sizes, network);
    List<Comparison> comparisons = new ArrayList<>();
    List<Comparison> alone = new ArrayList<>();
    for (int threads : peerThreads) {
      for (Pair pair : pairs(sizes, network, threads)) {
        if (isWanted(pair.name())) {
          Workload subject = ours.only(List.of(pair.name())).comparisons().get(0).subject();
          comparisons.add(new Comparison(subject, pair.peer()));
          alone.add(Comparison.none(pair.peer()));
        }
      }
    }
    comparisons.addAll(alone);
    return comparisons;
  }

  /** Work of a peer, and the name of the workload that does the same. */
  private record Pair(String name, Workload peer) {}

  private List<Pair> pairs(BenchSizes sizes, ConvNetwork network, int threads) {
    List<Pair> pairs = new ArrayList<>();
    if (peers.contains("torch")) {
      pairs.addAll(torch(sizes, network, threads));
    }
    if (peers.contains("sklearn") && sklearnScript != null) {
      for (TrainingSizes training : sizes.rbm()) {
        pairs.add(
            new Pair(
                "cd1-" + training.batch(),
                new SklearnRbm(python, sklearnScript, training, threads)));
      }
    }
    return pairs;
  }

  private static List<Pair> torch(BenchSizes sizes, ConvNetwork network, int threads) {
    List<Pair> pairs = new ArrayList<>();
    for (int rows : List.of(36, 360)) {
      pairs.add(
          new Pair("maximize-" + rows, new TorchMaximization(rows, sizes.network(), threads)));
    }
    for (TrainingSizes training : sizes.rbm()) {
      pairs.add(new Pair("cd1-" + training.batch(), new TorchRbm(training, threads)));
    }
    for (TrainingSizes training : sizes.autoencoder()) {
      pairs.add(new Pair("dae-" + training.batch(), new TorchAutoencoder(training, threads)));
    }
    if (network != null) {
      for (int side : sizes.convNetSides()) {
        TorchConvNet torch =
            new TorchConvNet(
                network.resized(side, side), sizes.convNetImages(), sizes.convNetSteps(), threads);
        pairs.add(new Pair("convnet-" + side, torch));
      }
    }
    return pairs;
  }

  private boolean isWanted(String name) {
    return only.isEmpty()
        || only.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "-"));
  }
}
