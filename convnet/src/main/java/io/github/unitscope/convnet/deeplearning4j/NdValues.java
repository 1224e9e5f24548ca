package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.network.numerics.Matrix;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values of ND4J's arrays. */
final class NdValues {
  private NdValues() {}

  /** All values in row-major order. */
  static float[] vector(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  static Matrix matrix(INDArray array) {
    Matrix matrix = Matrix.zeros(array.rows(), array.columns());
    matrix.writeColumns(0, matrix.columns(), array.dup('f').data().asFloat());
    return matrix;
  }

  /** The biases of a fully connected layer; zeros where there are none. */
  static float[] bias(Layer layer) {
    return bias(layer, (int) layer.getParam("W").size(1));
  }

  static float[] bias(Layer layer, int units) {
    INDArray bias = layer.paramTable().get("b");
    return bias == null ? new float[units] : vector(bias);
  }
}
