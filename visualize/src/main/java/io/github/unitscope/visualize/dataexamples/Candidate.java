package io.github.unitscope.visualize.dataexamples;

/**
 * An image that may become an example.
 *
 * @param image its index
 * @param content a hash of its pixels: images with the same pixels have the same
 * @param value of the unit
 * @param place of the value
 */
record Candidate(int image, long content, float value, int place) {
  Example example() {
    return new Example(image, value, place);
  }
}
