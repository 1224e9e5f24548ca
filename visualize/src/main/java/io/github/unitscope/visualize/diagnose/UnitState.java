package io.github.unitscope.visualize.diagnose;

/** What a unit or channel does over the images of a set. */
public enum UnitState {
  /** Its activation is another for other images. */
  ALIVE,
  /** It is zero at every place of every image: a rectified unit that is always off. */
  DEAD,
  /** It has about the same value at every place of every image. */
  CONSTANT
}
