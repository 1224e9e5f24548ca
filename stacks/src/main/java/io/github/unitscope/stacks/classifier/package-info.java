/**
 * From a stack that was trained without labels to a classifier: a softmax on top, all weights
 * trained by backpropagation with Deeplearning4j, early stopping on the validation images. Begin at
 * {@link io.github.unitscope.stacks.classifier.FineTuner}; {@link
 * io.github.unitscope.stacks.classifier.Classifier} is what comes out.
 *
 * <p>The only package of this module that knows Deeplearning4j. Depends on {@code stacks} and
 * {@code stacks.training}, not on RBMs or autoencoders: it takes any fully connected network.
 */
package io.github.unitscope.stacks.classifier;
