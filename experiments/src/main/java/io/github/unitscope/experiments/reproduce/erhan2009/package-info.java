/**
 * {@code reproduce figure1} to {@code all}: figures and claims of Erhan, Bengio, Courville and
 * Vincent, <i>Visualizing Higher-Layer Features of a Deep Network</i> (2009).
 */
package io.github.unitscope.experiments.reproduce.erhan2009;
