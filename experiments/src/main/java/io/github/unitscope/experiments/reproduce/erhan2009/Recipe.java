package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.experiments.compare.Compare;
import io.github.unitscope.experiments.gabor.GaborCommand;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.experiments.train.StackOptions;
import io.github.unitscope.experiments.train.TrainStack;
import io.github.unitscope.experiments.unimodality.Unimodality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which commands a reproduction consists of, in their order.
 *
 * @param extent how large it is
 * @param digits the dataset of digits
 * @param scenes the dataset of patches
 * @param dataDirectory where datasets are; null for the usual places
 */
public record Recipe(Extent extent, String digits, String scenes, Path dataDirectory) {
  static final String DEFAULT_DIGITS = "mnist";

  static final String DBN_DIGITS = "dbn-digits";
  static final String SDAE_DIGITS = "sdae-digits";
  static final String DBN_PATCHES = "dbn-patches";
  static final String SDAE_PATCHES = "sdae-patches";

  /** The models in the order of the figures. */
  static final List<String> MODELS = List.of(DBN_DIGITS, SDAE_DIGITS, DBN_PATCHES, SDAE_PATCHES);

  /** The layer that figures 2 and 3 look at. */
  static final int MIDDLE = 2;

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
          steps.add(
              new Step(gabor(model), Optional.of(model), GaborCommand::new, GaborCommand::step));
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
      steps.add(
          new Step(
              comparison(model, layer),
              Optional.of(model),
              Compare::new,
              (folder, place) ->
                  Compare.step(folder, layer, extent.units(), extent.restarts(), place)));
    }
  }

  private Step study(String model) {
    return new Step(
        unimodality(model),
        Optional.of(model),
        Unimodality::new,
        (folder, place) ->
            Unimodality.step(
                folder, layers(model), extent.studyUnits(), extent.studyRestarts(), place));
  }

  private Step training(String model) {
    StackKind kind =
        model.equals(DBN_DIGITS) || model.equals(DBN_PATCHES) ? StackKind.DBN : StackKind.SDAE;
    return new Step(
        model,
        Optional.empty(),
        () -> new TrainStack(kind),
        (none, place) ->
            TrainStack.step(
                kind, data -> choose(data, model), layers -> choose(layers, model), place));
  }

  private void choose(DataOptions data, String model) {
    data.set(dataset(model), dataDirectory);
    if (!isOfDigits(model)) {
      data.setPatches(extent.patches());
    }
  }

  private void choose(StackOptions layers, String model) {
    layers.setLayers(unitsOf(model));
    switch (model) {
      case DBN_DIGITS -> layers.setEpochs(extent.dbnEpochs());
      case SDAE_DIGITS -> layers.setEpochs(extent.sdaeEpochs());
      // Codes of patches are sparse: with the settings for digits most of layer 3 learns nothing,
      // and with longer steps half of layer 2 falls silent.
      case DBN_PATCHES ->
          layers.setEpochs(extent.upperPatchEpochs()).setRate(0.05).setWeightDecay(0);
      default -> {
        // Autoencoders of patches are trained as usual.
      }
    }
  }
}
