package io.github.unitscope.experiments.reproduce.erhan2009;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which commands a reproduction consists of, in their order.
 *
 * @param extent how large it is
 * @param digits the dataset of digits
 * @param scenes the dataset of patches
 * @param dataDirectory the options that say where datasets are; empty for the usual place
 */
public record Recipe(Extent extent, String digits, String scenes, List<String> dataDirectory) {
  static final String DBN_DIGITS = "dbn-digits";
  static final String SDAE_DIGITS = "sdae-digits";
  static final String DBN_PATCHES = "dbn-patches";
  static final String SDAE_PATCHES = "sdae-patches";

  /** The models in the order of the figures. */
  static final List<String> MODELS = List.of(DBN_DIGITS, SDAE_DIGITS, DBN_PATCHES, SDAE_PATCHES);

  /** The layer that figures 2 and 3 look at. */
  static final int MIDDLE = 2;

  /** Copies the options. */
  public Recipe {
    dataDirectory = List.copyOf(dataDirectory);
  }

  /** The steps that some parts need, without repetitions. */
  List<Step> steps(List<Part> parts) {
    Map<String, Step> steps = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Step step : steps(part)) {
        steps.putIfAbsent(step.folder(), step);
      }
    }
    return List.copyOf(steps.values());
  }

  private List<Step> steps(Part part) {
    List<Step> steps = new ArrayList<>();
    switch (part) {
      case FIGURE1 -> {
        comparisons(steps, DBN_DIGITS, layers(DBN_DIGITS));
        comparisons(steps, SDAE_DIGITS, layers(SDAE_DIGITS));
      }
      case FIGURE2, FIGURE3 -> {
        comparisons(steps, DBN_DIGITS, List.of(MIDDLE));
        comparisons(steps, DBN_PATCHES, List.of(MIDDLE));
      }
      case PATCHES -> {
        for (String model : List.of(DBN_PATCHES, SDAE_PATCHES)) {
          comparisons(steps, model, layers(model));
          steps.add(step(gabor(model), "gabor", model, List.of()));
        }
      }
      default -> {
        for (String model : MODELS) {
          comparisons(steps, model, layers(model));
          steps.add(study(model));
        }
      }
    }
    return steps;
  }

  /** The layers of a model. */
  List<Integer> layers(String model) {
    List<Integer> layers = new ArrayList<>();
    for (int layer = 1; layer <= unitsOf(model).size(); layer++) {
      layers.add(layer);
    }
    return layers;
  }

  private List<Integer> unitsOf(String model) {
    return isOfDigits(model) ? extent.digitLayers() : extent.patchLayers();
  }

  private static boolean isOfDigits(String model) {
    return model.equals(DBN_DIGITS) || model.equals(SDAE_DIGITS);
  }

  /** The dataset of a model. */
  String dataset(String model) {
    return isOfDigits(model) ? digits : scenes;
  }

  /** The folder of {@code compare}. */
  static String comparison(String model, int layer) {
    return String.format(Locale.ROOT, "%s-layer%d", model, layer);
  }

  static String gabor(String model) {
    return model + "-gabor";
  }

  static String unimodality(String model) {
    return model + "-unimodality";
  }

  private void comparisons(List<Step> steps, String model, List<Integer> layers) {
    steps.add(training(model));
    for (int layer : layers) {
      List<String> options =
          List.of(
              "--layer",
              String.valueOf(layer),
              "--units",
              firstUnits(extent.units()),
              "--restarts",
              String.valueOf(extent.restarts()));
      steps.add(step(comparison(model, layer), "compare", model, options));
    }
  }

  private Step study(String model) {
    String layers = layers(model).stream().map(String::valueOf).collect(Collectors.joining(","));
    List<String> options =
        List.of(
            "--layers",
            layers,
            "--units",
            firstUnits(extent.studyUnits()),
            "--restarts",
            String.valueOf(extent.studyRestarts()));
    return step(unimodality(model), "unimodality", model, options);
  }

  private static String firstUnits(int count) {
    return "0-" + (count - 1);
  }

  /** A step that looks at a model. */
  private static Step step(String folder, String command, String model, List<String> options) {
    return new Step(folder, command, options, List.of(model));
  }

  private Step training(String model) {
    List<String> options = new ArrayList<>(dataDirectory);
    options.addAll(List.of("--data", dataset(model), "--layers", joined(unitsOf(model))));
    boolean dbn = model.equals(DBN_DIGITS) || model.equals(DBN_PATCHES);
    if (isOfDigits(model)) {
      int epochs = dbn ? extent.dbnEpochs() : extent.sdaeEpochs();
      options.addAll(List.of("--epochs", String.valueOf(epochs)));
    } else {
      options.addAll(List.of("--patches", String.valueOf(extent.patches())));
      if (dbn) {
        // Codes of patches are sparse: with the settings for digits most of layer 3 learns nothing,
        // and with longer steps half of layer 2 falls silent.
        String epochs = String.valueOf(extent.upperPatchEpochs());
        options.addAll(List.of("--epochs", epochs, "--rate", "0.05", "--weight-decay", "0"));
      }
    }
    return new Step(model, dbn ? "train dbn" : "train sdae", options, List.of());
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
