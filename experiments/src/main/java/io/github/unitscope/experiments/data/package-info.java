/** {@code data}: lists datasets, shows their images, downloads them. */
package io.github.unitscope.experiments.data;
