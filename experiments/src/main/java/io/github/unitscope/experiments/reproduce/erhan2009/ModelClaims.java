package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.NullModel;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.combine.LinearCombination;
import io.github.unitscope.visualize.gabor.GaborFit;
import io.github.unitscope.visualize.gabor.GaborFitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the claims to numbers for one model, from the runs that were made with it. */
public final class ModelClaims {
  /** A picture is an edge if a Gabor function explains more than this part of its variance. */
  static final double EDGE = 0.5;

  private static final int REFERENCE_IMAGES = 500;

  private final String model;
  private final FullyConnected network;
  private final Dataset dataset;
  private final Seed seed;
  private final Workers workers;
  private final GaborFitter fitter;
  private final List<Measurement> found = new ArrayList<>();

  /**
   * @param model its name in tables
   * @param network the trained one
   * @param dataset that it was trained on
   * @param seed of the runs, so that the null models are the same
   * @param workers the threads to use
   */
  public ModelClaims(
      String model, FullyConnected network, Dataset dataset, Seed seed, Workers workers) {
    this.model = model;
    this.network = network;
    this.dataset = dataset;
    this.seed = seed;
    this.workers = workers;
    ImageShape shape = network.inputShape();
    this.fitter = new GaborFitter(shape.height(), shape.width());
  }

  /**
   * All measurements.
   *
   * @param compared the folder of {@code compare} for every layer, the lowest first
   * @param unimodality the folder of the study with all null models
   */
  public List<Measurement> measure(List<Path> compared, Path unimodality) {
    found.clear();
    reference();
    for (int layer = 1; layer <= compared.size(); layer++) {
      Subject trained = new Subject(model, Subject.TRAINED, layer);
      StudiedLayer studied = StudiedLayer.read(unimodality, Subject.TRAINED, layer);
      ComparedLayer pictures = ComparedLayer.read(compared.get(layer - 1));
      unimodal(trained, studied);
      agreement(trained, pictures);
      resemblance(trained, "maximization", pictures.maxima());
      if (pictures.isSampled()) {
        resemblance(trained, "sampling mean", pictures.means());
        resemblance(trained, "sample", pictures.lastSamples());
      }
      edges(trained, ComparedLayer.first(studied.maxima().length, pictures.maxima()));
      for (NullModel nullModel : NullModel.values()) {
        againstNull(nullModel, layer, unimodality);
      }
    }
    return List.copyOf(found);
  }

  private void againstNull(NullModel nullModel, int layer, Path unimodality) {
    String name = EnumWord.of(nullModel);
    Subject subject = new Subject(model, name, layer);
    StudiedLayer studied = StudiedLayer.read(unimodality, name, layer);
    unimodal(subject, studied);
    float[][] combined = combinations(nullModel.of(network, seed), layer, studied.maxima().length);
    found.addAll(
        MethodAgreement.of(
            subject,
            "maximization and combination",
            "maximizationCombination",
            studied.maxima(),
            combined));
    resemblance(subject, "maximization", studied.maxima());
    edges(subject, studied.maxima());
  }

  private static float[][] combinations(FullyConnected network, int layer, int units) {
    return new LinearCombination(network, Connections.ALL)
        .of(layer, IntStream.range(0, units).boxed().toList()).stream()
            .map(Combination::image)
            .toArray(float[][]::new);
  }

  private void unimodal(Subject subject, StudiedLayer studied) {
    Claim claim = Claim.UNIMODAL;
    found.add(subject.share(claim, "one optimum", "oneOptimum", studied.oneOptimum()));
    found.add(
        subject.median(
            claim,
            "share of starts in the largest optimum",
            "largestShare",
            studied.largestShare()));
    found.add(
        subject.median(
            claim, "median cosine to the best image", "medianCosine", studied.medianCosine()));
  }

  private void agreement(Subject subject, ComparedLayer pictures) {
    found.addAll(
        MethodAgreement.of(
            subject,
            "maximization and combination",
            "maximizationCombination",
            pictures.maxima(),
            pictures.combinations()));
    if (pictures.isSampled()) {
      found.addAll(
          MethodAgreement.of(
              subject,
              "maximization and sampling",
              "maximizationSampling",
              pictures.maxima(),
              pictures.means()));
      found.addAll(
          MethodAgreement.of(
              subject,
              "sampling and combination",
              "samplingCombination",
              pictures.means(),
              pictures.combinations()));
    }
  }

  /** What unseen images of the data are like. */
  private void reference() {
    ImageSet images = dataset.validation();
    float[][] pictures = new float[Math.min(REFERENCE_IMAGES, images.size())][];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = new float[dataset.shape().size()];
      images.read(i, pictures[i]);
    }
    resemblance(new Subject(model, "data", 0), "validation image", pictures);
  }

  private void resemblance(Subject subject, String kind, float[][] pictures) {
    String key = kind.replace(' ', '_');
    found.add(
        subject.median(
            Claim.EXAMPLES_AND_FEATURES,
            kind + ": cosine to the nearest training image",
            key + ".nearest",
            Similarity.nearest(pictures, dataset.train(), workers)));
    found.add(
        subject.median(
            Claim.EXAMPLES_AND_FEATURES, kind + ": area", key + ".area", Area.of(pictures)));
  }

  private void edges(Subject subject, float[][] pictures) {
    if (network.inputShape().channels() != 1) {
      return;
    }
    double[] explained =
        fitter.fit(pictures, workers).stream().mapToDouble(GaborFit::explained).toArray();
    double[] edges = new double[explained.length];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = explained[i] > EDGE ? 1 : 0;
    }
    Claim claim = Claim.STROKES_TO_PATTERNS;
    found.add(subject.share(claim, "one Gabor function explains more than half", "edge", edges));
    found.add(
        subject.median(claim, "variance that one Gabor function explains", "explained", explained));
  }
}
