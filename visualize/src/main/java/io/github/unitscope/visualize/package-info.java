/**
 * The methods: what does this unit respond to? None knows how a model was trained: they see a
 * {@link io.github.unitscope.network.Network}. This package holds nothing itself; a program begins
 * with {@link io.github.unitscope.visualize.maximize.Maximization}, {@link
 * io.github.unitscope.visualize.sample.Sampling} or {@link
 * io.github.unitscope.visualize.combine.Combination}, and draws with {@link
 * io.github.unitscope.visualize.figures.Figures}.
 *
 * <p>From a program of the module {@code examples}, Example02ObjectiveInWords:
 *
 * <pre>{@code
 * StoredModel model = Models.read(folder.resolve("dbn"));
 * MaximizationResult found =
 *     Maximization.of(model)
 *         .objective("2:7")
 *         .objective("2:7 - 2:3")
 *         .objective("2:7 + 0.5*1:12")
 *         .restarts(3)
 *         .seed(1)
 *         .run();
 * Figures.of(found).caption("A row for every objective.").save(folder.resolve("objectives.png"));
 * }</pre>
 *
 * <p>Methods, which do not know each other but where one builds on another:
 *
 * <ul>
 *   <li>{@code maximize}: activation maximization, with {@code parameterize} (what is moved),
 *       {@code transform} (what it goes through) and {@code regularize} (what it pays)
 *   <li>{@code unimodal}: whether many maxima of a unit are the same one; builds on {@code
 *       maximize}
 *   <li>{@code sample}: Gibbs sampling with a unit clamped
 *   <li>{@code combine}: linear combination of filters, and gradients to first order
 *   <li>{@code dataexamples}: the images of a dataset that a unit responds to
 *   <li>{@code deconv}: projections of activations; builds on {@code dataexamples}, which it
 *       projects
 *   <li>{@code occlude}: what covering parts of an image does; builds on {@code deconv}, whose
 *       projection stands beside the map of the same feature
 *   <li>{@code probe}, {@code diagnose}, {@code gabor}: what layers and filters hold
 * </ul>
 *
 * <p>Where they meet: {@code select} (the choice of units, classes and objectives), {@code stat}
 * (cosines, quantiles, intervals), {@code optimize} (L-BFGS), {@code stream} (showing a dataset to
 * a network). What is found is drawn by {@code figures} with {@code picture}.
 */
package io.github.unitscope.visualize;
