/**
 * The command {@code finetune} around {@link io.github.unitscope.stacks.classifier.FineTuner}: its
 * progress, {@link io.github.unitscope.experiments.finetune.FineTuning}, and what it shows, {@link
 * io.github.unitscope.experiments.finetune.FineTuneReport}.
 */
package io.github.unitscope.experiments.finetune;
