package io.github.unitscope.datasets.download;

/**
 * A file that a public dataset consists of.
 *
 * @param name in the folder of a mirror and in that of the dataset
 * @param sha256 of its bytes, decompressed if it is compressed with gzip
 */
public record RemoteFile(String name, String sha256) {}
