/**
 * Import of Keras models in HDF5 files: {@link io.github.unitscope.convnet.keras.KerasImporter}.
 * The architecture's JSON says which layers there are and {@link
 * io.github.unitscope.convnet.keras.LayerKinds} what each becomes; the weights are read by a reader
 * in Java. Depends on {@code importing}, operations and networks.
 */
package io.github.unitscope.convnet.keras;
