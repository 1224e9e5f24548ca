/**
 * Convolutional networks on disk, in files of unitscope's own: {@link
 * io.github.unitscope.convnet.storage.ConvFolder}.
 */
package io.github.unitscope.convnet.storage;
