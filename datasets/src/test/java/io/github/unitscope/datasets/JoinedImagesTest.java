package io.github.unitscope.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedImagesTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, 1);

  private static ImageSet bytes(int... values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) values[i];
    }
    return new ByteImages(SHAPE, pixels, pixels, 0, values.length);
  }

  private static float read(ImageSet images, int index) {
    float[] pixel = new float[1];
    images.read(index, pixel);
    return 255 * pixel[0];
  }

  @Test
  void oneSetFollowsAnother() {
    JoinedImages joined = new JoinedImages(List.of(bytes(1, 2), bytes(3), bytes(4, 5, 6)));
    assertEquals(6, joined.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(i + 1, read(joined, i), 1e-4);
      assertEquals(i + 1, joined.label(i));
    }
    assertArrayEquals(new int[] {1, 2}, new int[] {joined.partOf(2), joined.partOf(5)});
    assertEquals(2, joined.indexInPart(5));
    assertThrows(IndexOutOfBoundsException.class, () -> joined.partOf(6));
  }

  @Test
  void theFirstAreThoseOfTheSet() {
    ImageSet first = new FirstImages(bytes(7, 8, 9), 2);
    assertEquals(2, first.size());
    assertEquals(8, first.label(1));
    assertThrows(IndexOutOfBoundsException.class, () -> first.label(2));
    assertThrows(InvalidInputException.class, () -> new FirstImages(bytes(7), 2));
    assertThrows(InvalidInputException.class, () -> new FirstImages(bytes(7), 0));
  }
}
