/**
 * What people are told: the one-line error for bad input, names and texts of strangers' files made
 * safe to print, numbers as people read them. Depends on nothing.
 */
package io.github.unitscope.network.message;
