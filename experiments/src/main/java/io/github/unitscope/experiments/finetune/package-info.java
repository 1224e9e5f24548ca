/**
 * From a stack that was trained without labels to a classifier: a softmax on top, all weights
 * trained by backpropagation with Deeplearning4j, early stopping on the validation images. Begin at
 * {@link io.github.unitscope.experiments.finetune.FineTuner}.
 */
package io.github.unitscope.experiments.finetune;
