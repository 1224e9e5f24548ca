/**
 * Training of convolutional networks with Deeplearning4j: Adam on the cross-entropy of labels, a
 * batch cut into fixed shards whose gradients are summed in order, so that the bits do not depend
 * on the number of threads. Begin at {@link io.github.unitscope.convnet.training.ConvNetTrainer}.
 */
package io.github.unitscope.convnet.training;
