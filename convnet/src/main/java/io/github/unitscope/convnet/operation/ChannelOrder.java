package io.github.unitscope.convnet.operation;

/** The order in which the values of an image are counted. */
public enum ChannelOrder {
  /** Channel by channel, each row by row: NCHW. */
  CHANNELS_FIRST,
  /** Pixel by pixel, each channel by channel: NHWC. */
  CHANNELS_LAST
}
