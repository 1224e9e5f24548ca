package io.github.unitscope.visualize.deconv;

import io.github.unitscope.visualize.deconv.ReceptiveFieldCrop.Window;
import java.util.List;

/**
 * What excites a feature map at one place.
 *
 * @param place where
 * @param activation there
 * @param window what the unit there sees of the image
 * @param patch the image there, as {@link ReceptiveFieldCrop#cut} gives it
 * @param projections of the activation, cut out alike, one for each rule that was asked for
 */
public record View(
    StrongestPlace place,
    float activation,
    Window window,
    float[] patch,
    List<float[]> projections) {

  /** Copies the list. */
  public View {
    projections = List.copyOf(projections);
  }
}
