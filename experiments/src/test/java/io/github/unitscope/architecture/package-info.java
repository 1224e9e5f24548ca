/** What the rooms of this house may know of each other, checked in the compiled classes. */
package io.github.unitscope.architecture;
