/**
 * Sampling that crosses between modes: parallel tempering along a {@link
 * io.github.unitscope.rbm.tempering.Ladder} of machines (Béreux, Decelle, Furtlehner, Rosset,
 * Seoane, <i>Fast training and sampling of restricted Boltzmann machines</i>, 2025), while a
 * machine is trained and when it is looked at.
 *
 * <p>A {@link io.github.unitscope.rbm.tempering.TemperedBlock} has some chains on every rung, which
 * one thread moves.
 */
package io.github.unitscope.rbm.tempering;
