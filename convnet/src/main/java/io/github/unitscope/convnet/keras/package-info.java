/** Keras models: {@link io.github.unitscope.convnet.keras.KerasFile}. */
package io.github.unitscope.convnet.keras;
