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
      case RESTARTS -> "What the ascents from all random starts found, best first.";
      case SAMPLE_MEAN ->
          String.format(
              Locale.ROOT,
              "The mean of %d samples with the unit held on.",
              settings.sampling().samples());
      case SAMPLES -> samples();
      case COMBINATION ->
          "The filters of layer 1, weighted by the connections up to the unit. Its value is that at"
              + " the norm of the best image.";
      case FILTER -> "The weights between the image and the unit.";
      case TOP -> String.format(Locale.ROOT, "The images of %s with the greatest values.", data());
      case BOTTOM -> String.format(Locale.ROOT, "The images of %s with the least values.", data());
      case RANGE ->
          String.format(Locale.ROOT, "Images of %s from the least value to the greatest.", data());
    };
  }

  private String samples() {
    SamplingSettings sampling = settings.sampling();
    return String.format(
        Locale.ROOT,
        "Each of another of %d Gibbs chains of %d steps with the unit held on.",
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
