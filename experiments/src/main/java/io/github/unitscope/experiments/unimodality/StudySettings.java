package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.stacks.NullModel;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.List;

/**
 * A study with everything settled; manifests record it.
 *
 * @param layers the units to look at
 * @param restarts ascents for every unit, at least 2
 * @param quantity what is maximized
 * @param specification how
 * @param nullModels what the model is held against
 * @param threshold the least cosine between images of the same optimum, in (0, 1)
 */
public record StudySettings(
    List<LayerUnits> layers,
    int restarts,
    Quantity quantity,
    MaximizationSettings specification,
    List<NullModel> nullModels,
    double threshold) {
  /** How many ascents a unit gets unless another number is asked for. */
  public static final int DEFAULT_RESTARTS = 50;

  /** Fewer cannot disagree. */
  public static final int LEAST_RESTARTS = 2;

  /** See {@link UnitModality#DEFAULT_THRESHOLD}. */
  public static final double DEFAULT_THRESHOLD = UnitModality.DEFAULT_THRESHOLD;

  /** How the model itself is called among the models of a study. */
  static final String TRAINED = "trained";

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public StudySettings {
    layers = List.copyOf(layers);
    nullModels = List.copyOf(nullModels);
    if (restarts < LEAST_RESTARTS) {
      throw new InvalidInputException(
          "a study of unimodality needs at least 2 restarts, not " + restarts);
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new InvalidInputException(
          "the threshold is a cosine and must be in (0, 1), not " + threshold);
    }
  }
}
