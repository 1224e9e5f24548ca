package io.github.unitscope.visualize.deconv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.visualize.deconv.ReceptiveFieldCrop.Window;
import org.junit.jupiter.api.Test;

class ReceptiveFieldCropTest {
  /** Two channels of 3 rows and 4 columns: 0 … 11 and 12 … 23. */
  private static float[] counting() {
    float[] pixels = new float[24];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    return pixels;
  }

  private static final ImageShape IMAGE = new ImageShape(2, 3, 4);

  @Test
  void cutsOutWhatIsSeenInAllChannels() {
    ReceptiveFieldCrop part = new ReceptiveFieldCrop(IMAGE, new ReceptiveField(0, 0, 2, 2, 1, 2));
    assertEquals(new ImageShape(2, 2, 2), part.shape());
    assertEquals(new Window(1, 2, 2, 2), part.window(1, 1));
    assertArrayEquals(new float[] {6, 7, 10, 11, 18, 19, 22, 23}, part.cut(counting(), 1, 1, -1));
  }

  @Test
  void clipsAtTheBorderAndKeepsTheSize() {
    ReceptiveFieldCrop part = new ReceptiveFieldCrop(IMAGE, new ReceptiveField(-1, -1, 3, 3, 1, 1));
    assertEquals(new Window(0, 2, 2, 2), part.window(0, 3));
    assertArrayEquals(
        new float[] {
          -1, -1, -1, 2, 3, -1, 6, 7, -1, //
          -1, -1, -1, 14, 15, -1, 18, 19, -1
        },
        part.cut(counting(), 0, 3, -1));
  }

  @Test
  void aFieldLargerThanTheImageIsFramedByTheImage() {
    ReceptiveFieldCrop part = new ReceptiveFieldCrop(IMAGE, new ReceptiveField(-3, -3, 7, 5, 2, 2));
    assertEquals(IMAGE, part.shape());
    assertEquals(new Window(0, 0, 3, 2), part.window(0, 0));
    assertArrayEquals(
        new float[] {
          0, 1, -1, -1, 4, 5, -1, -1, 8, 9, -1, -1, //
          12, 13, -1, -1, 16, 17, -1, -1, 20, 21, -1, -1
        },
        part.cut(counting(), 0, 0, -1));
  }
}
