/** Convolutional networks as the methods see them. */
package io.github.unitscope.convnet;
