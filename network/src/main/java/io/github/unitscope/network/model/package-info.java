/**
 * Models on disk, of whatever kind: {@link io.github.unitscope.network.model.Models} loads and
 * saves them. A kind is a {@link io.github.unitscope.network.model.ModelFormat} that {@link
 * java.util.ServiceLoader} finds; this package knows none of them.
 *
 * <p>From the first program of the module {@code examples}, Example01TrainAndLook:
 *
 * <pre>{@code
 * TrainedOn trainedOn = new TrainedOn(ImageStatistics.meanNorm(digits), digits.name());
 * Models.save(dbn, trainedOn, folder.resolve("dbn"));
 * }</pre>
 *
 * <p>Depends on the interfaces of {@code network} and on {@code network.storage}.
 */
package io.github.unitscope.network.model;
