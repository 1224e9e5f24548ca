/**
 * The restricted Boltzmann machine itself: {@link io.github.unitscope.rbm.machine.Rbm}, its energy
 * and its conditional distributions. Nothing here knows how machines are trained or stacked.
 */
package io.github.unitscope.rbm.machine;
