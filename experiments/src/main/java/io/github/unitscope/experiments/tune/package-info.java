/**
 * The choice of hyper-parameters: a {@linkplain io.github.unitscope.experiments.tune.SearchSpace
 * space} of options, {@linkplain io.github.unitscope.experiments.tune.Trial trials} in it, each a
 * model that is trained and judged on the validation images, and {@linkplain
 * io.github.unitscope.experiments.tune.TrialStore what is known} of them, which outlives a killed
 * search.
 */
package io.github.unitscope.experiments.tune;
