package io.github.unitscope.experiments.gallery;

import io.github.unitscope.visualize.sample.SamplingSettings;
import java.util.Locale;

/** What the page says about each kind of pictures: what they are, and with which settings. */
final class ViewTexts {
  private final Subject subject;
  private final GallerySettings settings;

  ViewTexts(Subject subject, GallerySettings settings) {
    this.subject = subject;
    this.settings = settings;
  }

  /** One or two sentences. */
  String of(ViewKind view) {
    return switch (view) {
      case MAXIMIZED ->
          String.format(
              Locale.ROOT,
              "The image that excites the unit most, best of %d starts: %s.",
              settings.restarts(),
              subject.objective());
      case RESTARTS -> "The images found from all random starts, best first.";
      case SAMPLE_MEAN ->
          String.format(
              Locale.ROOT,
              "The mean of %d samples with the unit clamped on.",
              settings.sampling().samples());
      case SAMPLES -> samples();
      case COMBINATION ->
          "The filters of layer 1, weighted by their connections to the unit; the value is for the norm"
              + " of the best image.";
      case FILTER -> "The weights from the pixels to the unit.";
      case TOP -> String.format(Locale.ROOT, "The images of %s with the highest values.", data());
      case BOTTOM -> String.format(Locale.ROOT, "The images of %s with the lowest values.", data());
      case RANGE ->
          String.format(Locale.ROOT, "Images of %s from the lowest value to the highest.", data());
    };
  }

  private String samples() {
    SamplingSettings sampling = settings.sampling();
    return String.format(
        Locale.ROOT,
        "One from each of %d Gibbs chains of %d steps with the unit clamped on.",
        sampling.chains(),
        sampling.burnIn() + (sampling.samplesPerChain() - 1) * sampling.thinning());
  }

  private String data() {
    return String.format(
        Locale.ROOT,
        "%s (%,d)",
        subject.images().dataset().name(),
        subject.images().images().size());
  }
}
