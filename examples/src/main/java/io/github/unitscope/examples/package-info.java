/**
 * Ten programs, each a lesson, to be read in this order. Each takes a folder to write into; those
 * that look at a model find the one that the first trained there.
 *
 * <ol>
 *   <li>{@link io.github.unitscope.examples.Example01TrainAndLook}: train, maximize, save a figure
 *   <li>{@link io.github.unitscope.examples.Example02ObjectiveInWords}: load a model, and say in
 *       words what to maximize
 *   <li>{@link io.github.unitscope.examples.Example03SampleWithUnitClamped}: what a model expects
 *       to see when a unit is on
 *   <li>{@link io.github.unitscope.examples.Example04HowGoodIsTheModel}: likelihood, and the test
 *       error after fine-tuning
 *   <li>{@link io.github.unitscope.examples.Example05ThreeSideBySide}: the three methods, and how
 *       far they agree
 *   <li>{@link io.github.unitscope.examples.Example06OwnNetwork}: a model of one's own
 *   <li>{@link io.github.unitscope.examples.Example07ImportKeras}: a model of Keras
 *   <li>{@link io.github.unitscope.examples.Example08OwnImages}: a dataset of one's own
 *   <li>{@link io.github.unitscope.examples.Example09OwnRegularizer}: a regularizer of one's own
 *   <li>{@link io.github.unitscope.examples.Example10AskARun}: the arrays of a run, and a null
 *       model
 * </ol>
 *
 * <p>The build runs them all, and checks what they leave.
 */
package io.github.unitscope.examples;
