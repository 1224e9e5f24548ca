package io.github.unitscope.convnet.training;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.storage.NpyArray;

/** The weights of networks, to compare them. */
final class Weights {
  private Weights() {}

  /** All of them, one layer after the other. */
  static float[] of(ConvNetwork network) {
    var arrays = ConvFolder.arrays(network).values().stream().map(NpyArray::floats).toList();
    float[] all = new float[arrays.stream().mapToInt(array -> array.length).sum()];
    int at = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, all, at, array.length);
      at += array.length;
    }
    return all;
  }
}
