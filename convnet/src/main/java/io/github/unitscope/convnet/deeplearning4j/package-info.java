/**
 * Networks of Deeplearning4j as {@link io.github.unitscope.convnet.ConvNetwork}s: {@link
 * io.github.unitscope.convnet.deeplearning4j.Translation}. Its own backward pass is for training;
 * the gradients here are ours.
 */
package io.github.unitscope.convnet.deeplearning4j;
