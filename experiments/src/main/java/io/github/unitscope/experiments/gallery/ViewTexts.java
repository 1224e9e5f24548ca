package io.github.unitscope.experiments.gallery;

import io.github.unitscope.visualize.sample.SamplingSettings;

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
          "The image that excites the unit most, best of %d starts: %s."
              .formatted(settings.restarts(), subject.objective());
      case RESTARTS -> "What the ascents from all random starts found, best first.";
      case SAMPLE_MEAN ->
          "The mean of %d samples with the unit held on.".formatted(settings.sampling().samples());
      case SAMPLES -> samples();
      case COMBINATION ->
          "The filters of layer 1, weighted by the connections up to the unit. Its value is that at"
              + " the norm of the best image.";
      case FILTER -> "The weights between the image and the unit.";
      case TOP -> "The images of %s with the greatest values.".formatted(data());
      case BOTTOM -> "The images of %s with the least values.".formatted(data());
      case RANGE -> "Images of %s from the least value to the greatest.".formatted(data());
    };
  }

  private String samples() {
    SamplingSettings sampling = settings.sampling();
    return "Each of another of %d Gibbs chains of %d steps with the unit held on."
        .formatted(
            sampling.chains(),
            sampling.burnIn() + (sampling.samplesPerChain() - 1) * sampling.thinning());
  }

  private String data() {
    return "%s (%,d)"
        .formatted(subject.images().dataset().name(), subject.images().images().size());
  }
}
