/**
 * What the tests of several modules use: random numbers that are the same in every run, images made
 * by hand, a network that counts its passes, checkpoints that stop a training. It knows no kind of
 * model, so that the tests of every kind can use it.
 */
package io.github.unitscope.testing;
