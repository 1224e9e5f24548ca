package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.visualize.stat.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says of every claim, model by model, whether it holds. A share is said to be most of the units if
 * its whole interval lies above one half, and a number to be greater than another if their
 * intervals do not touch.
 */
final class Verdicts {
  private static final double MOST = 0.5;

  private final List<Measurement> all;

  Verdicts(List<Measurement> all) {
    this.all = all;
  }

  /** A line for every model and layer, or model. */
  List<String> of(Claim claim) {
    return switch (claim) {
      case UNIMODAL -> unimodal();
      case METHODS_AGREE -> methodsAgree();
      case EXAMPLES_AND_FEATURES -> examplesAndFeatures();
      case STROKES_TO_PATTERNS -> strokesToPatterns();
    };
  }

  private List<String> unimodal() {
    return trained(Claim.UNIMODAL, "oneOptimum").stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%s: %s %s of the units have one optimum (%s); median cosine to the best image %s.",
                    place(one.subject()),
                    word(isMost(one.estimate())),
                    one.text(),
                    nulls(one),
                    find(one, "medianCosine").text()))
        .toList();
  }

  private List<String> methodsAgree() {
    List<String> lines = new ArrayList<>();
    for (String pair :
        List.of("maximizationCombination", "maximizationSampling", "samplingCombination")) {
      for (Measurement found : trained(Claim.METHODS_AGREE, pair + ".found")) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%s, %s: %s for %s of the units, the unit's own image is the most similar; median cosine %s, to other units %s.",
                place(found.subject()),
                found.measure().replaceAll(":.*", ""),
                word(isMost(found.estimate())),
                found.text(),
                find(found, pair + ".cosine").text(),
                find(found, pair + ".others").text()));
      }
    }
    return lines;
  }

  private List<String> examplesAndFeatures() {
    List<String> lines = new ArrayList<>();
    for (Measurement mean : trained(Claim.EXAMPLES_AND_FEATURES, "sampling_mean.nearest")) {
      Measurement maximum = find(mean, "maximization.nearest");
      Measurement data =
          all.stream()
              .filter(m -> m.subject().model().equals(mean.subject().model()))
              .filter(m -> m.key().equals("validation_image.nearest"))
              .findFirst()
              .orElseThrow();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %s the cosine to the nearest training image is %s for means of samples and %s for maximized images; %s for unseen images, which the means %s.",
              place(mean.subject()),
              word(isGreater(mean.estimate(), maximum.estimate())),
              mean.text(),
              maximum.text(),
              data.text(),
              mean.estimate().high() >= data.estimate().low() ? "reach" : "do not reach"));
    }
    return lines;
  }

  private List<String> strokesToPatterns() {
    List<String> lines = new ArrayList<>();
    List<Measurement> edges = trained(Claim.STROKES_TO_PATTERNS, "edge");
    for (Measurement lowest : edges) {
      if (lowest.subject().layer() != 1) {
        continue;
      }
      Measurement highest =
          edges.stream()
              .filter(m -> m.subject().model().equals(lowest.subject().model()))
              .reduce((a, b) -> b)
              .orElseThrow();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s, layer 1: %s one Gabor function explains more than half of the variance of %s of the images (%s).",
              lowest.subject().model(),
              word(isMost(lowest.estimate())),
              lowest.text(),
              nulls(lowest)));
      lines.add(
          String.format(
              Locale.ROOT,
              "%s, higher layers are more complex: %s in layer %d one Gabor function does so for %s.",
              lowest.subject().model(),
              word(isGreater(lowest.estimate(), highest.estimate())),
              highest.subject().layer(),
              highest.text()));
    }
    return lines;
  }

  private List<Measurement> trained(Claim claim, String key) {
    return all.stream()
        .filter(m -> m.claim() == claim && m.key().equals(key) && m.subject().isTrained())
        .toList();
  }

  private Measurement find(Measurement beside, String key) {
    return all.stream()
        .filter(m -> m.subject().equals(beside.subject()) && m.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private String nulls(Measurement trained) {
    Subject subject = trained.subject();
    return all.stream()
        .filter(m -> m.claim() == trained.claim() && m.key().equals(trained.key()))
        .filter(m -> m.subject().model().equals(subject.model()))
        .filter(m -> m.subject().layer() == subject.layer() && !m.subject().isTrained())
        .map(m -> m.subject().network() + " " + m.text())
        .collect(Collectors.joining(", "));
  }

  private static String place(Subject subject) {
    return String.format(Locale.ROOT, "%s, layer %d", subject.model(), subject.layer());
  }

  /** Yes, no, or not known. */
  private static Optional<Boolean> isMost(Interval share) {
    if (share.low() > MOST) {
      return Optional.of(true);
    }
    return share.high() < MOST ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> isGreater(Interval a, Interval b) {
    if (a.low() > b.high()) {
      return Optional.of(true);
    }
    return a.high() < b.low() ? Optional.of(false) : Optional.empty();
  }

  private static String word(Optional<Boolean> holds) {
    return holds.map(yes -> yes ? "**holds**," : "**does not hold**,").orElse("**undecided**,");
  }
}
