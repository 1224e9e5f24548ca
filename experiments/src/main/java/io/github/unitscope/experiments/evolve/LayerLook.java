package io.github.unitscope.experiments.evolve;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks at one convolution: its activations for some images, and for each of its channels the
 * strongest of them, taken back to the image. Through rectified units that is the deconvnet of
 * Zeiler and Fergus (2013), which begins with the activation itself; otherwise the gradient of the
 * pre-activation.
 *
 * @param network whose convolution it is
 * @param layer the convolution
 * @param rectified whether its units and those below are rectified
 */
record LayerLook(Network network, Layer layer, boolean rectified) {

  LayerFrame at(List<float[]> images) {
    Readout activation = new Readout(layer.index(), Quantity.ACTIVATION);
    Readout preactivation = new Readout(layer.index(), Quantity.PREACTIVATION);
    Pass pass = network.newPass(Set.of(activation, preactivation), images.size());
    for (int i = 0; i < images.size(); i++) {
      pass.input().writeRow(i, images.get(i));
    }
    pass.forward();
    float[][] activations = new float[images.size()][layer.units()];
    float[][] preactivations = new float[images.size()][layer.units()];
    for (int i = 0; i < images.size(); i++) {
      pass.output(activation).readRow(i, activations[i]);
      pass.output(preactivation).readRow(i, preactivations[i]);
    }
    int channels = layer.shape().channels();
    int[] strongestImage = new int[channels];
    int[] strongestUnit = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      findStrongest(preactivations, channel, strongestImage, strongestUnit);
    }
    float[][] projections = project(images, activations, strongestImage, strongestUnit);
    return new LayerFrame(activations, strongestImage, strongestUnit, projections);
  }

  /** By the pre-activation: where a unit is saturated or off, activations are all the same. */
  private void findStrongest(
      float[][] preactivations, int channel, int[] strongestImage, int[] strongestUnit) {
    int first = channel * layer.places();
    strongestUnit[channel] = first;
    for (int image = 0; image < preactivations.length; image++) {
      for (int unit = first; unit < first + layer.places(); unit++) {
        float best = preactivations[strongestImage[channel]][strongestUnit[channel]];
        if (preactivations[image][unit] > best) {
          strongestImage[channel] = image;
          strongestUnit[channel] = unit;
        }
      }
    }
  }

  private float[][] project(
      List<float[]> images, float[][] activations, int[] strongestImage, int[] strongestUnit) {
    Quantity quantity = rectified ? Quantity.ACTIVATION : Quantity.PREACTIVATION;
    Readout readout = new Readout(layer.index(), quantity);
    Pass pass = network.newPass(Set.of(readout), images.size());
    pass.setRectifierRule(rectified ? RectifierRule.DECONVNET : RectifierRule.GRADIENT);
    IntStream.range(0, images.size()).forEach(i -> pass.input().writeRow(i, images.get(i)));
    pass.forward();
    float[][] projections = new float[strongestUnit.length][network.inputShape().size()];
    for (int channel = 0; channel < projections.length; channel++) {
      int image = strongestImage[channel];
      int unit = strongestUnit[channel];
      pass.select(new int[] {image});
      pass.gradient(readout).fill(0);
      pass.gradient(readout).set(image, unit, rectified ? activations[image][unit] : 1);
      pass.backward().readRow(image, projections[channel]);
    }
    return projections;
  }
}
