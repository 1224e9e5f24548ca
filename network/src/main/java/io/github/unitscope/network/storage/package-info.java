/**
 * What unitscope leaves on a disk and finds there: arrays, JSON, whole folders, and their hashes.
 *
 * <p>Begin with {@link io.github.unitscope.network.storage.NpzWriter} and {@link
 * io.github.unitscope.network.storage.NpzReader} for arrays that {@code numpy.load} reads, {@link
 * io.github.unitscope.network.storage.Json} for records, and {@link
 * io.github.unitscope.network.storage.StagedFolder} for a folder that appears whole or not at all.
 *
 * <p>A long computation that goes on after a kill keeps its state with {@link
 * io.github.unitscope.network.storage.Checkpoints}, puts it together as {@link
 * io.github.unitscope.network.storage.StateArrays} and reads it as {@link
 * io.github.unitscope.network.storage.KeptState}.
 *
 * <p>Every file that is read is opened as an {@link io.github.unitscope.network.storage.InputFile},
 * and every model with {@link io.github.unitscope.network.storage.ModelFiles}, so that what
 * manifests say of them is true of the bytes that were used.
 *
 * <p>A file from elsewhere is not trusted: its sizes are checked against the bytes that are really
 * there before anything is allocated, and nothing in it is ever executed. No maintained JVM library
 * for NumPy files does the former, which is why the reader is ours. Whatever is wrong with a file
 * becomes an {@link io.github.unitscope.network.message.InvalidInputException} of one line.
 */
package io.github.unitscope.network.storage;
