package io.github.unitscope.convnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvFolderTest {
  private static final ConvNetwork NETWORK = SmallNetworks.branched();

  @TempDir Path folder;

  private void write(Map<String, NpyArray> arrays) throws IOException {
    ConvDescription description = ConvDescription.of(NETWORK, 7, "mnist", "test", null, 3);
    Files.writeString(folder.resolve(ModelFiles.DESCRIPTION), Json.text(description));
    try (OutputStream out = Files.newOutputStream(folder.resolve(ModelFiles.WEIGHTS));
        NpzWriter npz = NpzWriter.deflated(out)) {
      for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
  }

  private static float[] probabilities(ConvNetwork network) {
    try (Pass pass = network.newPass(Set.of(network.probabilities()), 1)) {
      pass.input().writeRow(0, SmallNetworks.image(4));
      pass.forward();
      return pass.output(network.probabilities()).toRows()[0];
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    write(ConvFolder.arrays(NETWORK));
    ConvFolder.Stored stored = ConvFolder.read(folder);
    assertArrayEquals(probabilities(NETWORK), probabilities(stored.network()));
    assertEquals(NETWORK.layers(), stored.network().layers());
    assertEquals(NETWORK.classes(), stored.network().classes());
    assertEquals(NETWORK.input(), stored.network().input());
    assertEquals(7, stored.description().meanInputNorm());
  }

  @Test
  void damageIsOneClearLine() throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>(ConvFolder.arrays(NETWORK));
    NpyArray bias = arrays.remove("layer1.bias");
    write(arrays);
    assertRefused("layer1.bias");
    arrays.put("layer1.bias", NpyArray.of(new float[] {1, 2, Float.NaN, 4}, 4));
    write(arrays);
    assertRefused("not a finite number");
    arrays.put("layer1.bias", NpyArray.of(new float[] {1, 2}, 2));
    write(arrays);
    assertRefused("layer1.bias");
    arrays.put("layer1.bias", bias);
    write(arrays);
    ConvFolder.read(folder);
  }

  @Test
  void strangeDescriptionsAreRefused() throws IOException {
    write(ConvFolder.arrays(NETWORK));
    Path file = folder.resolve(ModelFiles.DESCRIPTION);
    String good = Files.readString(file);
    for (String[] change :
        new String[][] {
          {"\"kind\" : \"convolution\"", "\"kind\" : \"java.lang.Runtime\""},
          {"\"inputChannels\" : 3", "\"inputChannels\" : 2000000000"},
          {"\"inputChannels\" : 3", "\"inputChannels\" : -3"},
          {"\"inputs\" : [ 0 ]", "\"inputs\" : [ 5 ]"},
          {"\"inputs\" : [ 0 ]", "\"inputs\" : [ null ]"},
          {"\"formatVersion\" : 1", "\"formatVersion\" : 9"},
          {"\"height\" : 3", "\"height\" : 0"},
          {"\"meanInputNorm\" : 7.0", "\"meanInputNorm\" : -1.0"},
          {"\"ceiling\" : 6.0", "\"ceiling\" : \"high\""},
          {"\"channels\" : 3", "\"channels\" : 1000000"},
          {"\"height\" : 10", "\"height\" : 100000000"},
          {"\"top\" : 1", "\"top\" : 2147483647"},
          {"\"rowStride\" : 2", "\"rowStride\" : 2147483647"},
          {"\"rowDilation\" : 1", "\"rowDilation\" : 2147483647"},
          {"\"name\" : \"conv\"", "\"name\" : \"../conv\""},
          {"\"name\" : \"conv\"", "\"name\" : \"/conv\""},
          {"\"data\" : \"mnist\"", "\"data\" : null"},
        }) {
      assertTrue(good.contains(change[0]), change[0]);
      Files.writeString(file, good.replace(change[0], change[1]));
      assertRefused("");
    }
  }

  private void assertRefused(String part) {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ConvFolder.read(folder));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().contains(folder.getFileName().toString()), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }
}
