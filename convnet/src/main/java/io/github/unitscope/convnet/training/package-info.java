/**
 * Training of convolutional networks with Deeplearning4j, which no other package of this module
 * names: Adam on the cross-entropy of labels, a batch cut into fixed shards whose gradients are
 * summed in order, so that the bits do not depend on the number of threads. Begin at {@link
 * io.github.unitscope.convnet.training.ConvNetTrainer}. What comes out is a network of ours; what
 * is done about faults of Deeplearning4j is done here.
 */
package io.github.unitscope.convnet.training;
