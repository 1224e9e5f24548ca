/** Digits: the files of MNIST, digits that are drawn in their place, and elastic deformations. */
package io.github.unitscope.datasets.digits;
