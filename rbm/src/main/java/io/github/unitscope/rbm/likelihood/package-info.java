/**
 * How probable a restricted Boltzmann machine finds images it has not seen: its partition function,
 * {@linkplain io.github.unitscope.rbm.likelihood.ExactPartition summed exactly} where it is small
 * and estimated by {@linkplain io.github.unitscope.rbm.likelihood.AnnealedImportanceSampling
 * annealed importance sampling} where it is not.
 */
package io.github.unitscope.rbm.likelihood;
