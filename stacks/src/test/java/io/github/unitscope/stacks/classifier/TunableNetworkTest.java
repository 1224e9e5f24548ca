package io.github.unitscope.stacks.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TunableNetworkTest {
  @Test
  void aShortageOfMemoryLeavesNoReport(@TempDir Path workingDirectory) {
    CrashReportingUtil.crashDumpsEnabled(true);
    CrashReportingUtil.crashDumpOutputDirectory(workingDirectory.toFile());
    MultiLayerNetwork network =
        TunableNetwork.of(
                SmallDigits.stack(new ImageShape(1, 2, 2), 3), 2, FineTuneSettings.DEFAULTS)
            .network();
    network.setListeners(new Shortage());
    INDArray images = Nd4j.zeros(1, 4);
    INDArray labels = Nd4j.create(new float[][] {{1, 0}});
    assertThrows(OutOfMemoryError.class, () -> network.fit(images, labels));
    assertArrayEquals(new String[0], workingDirectory.toFile().list());
  }

  /** Runs out of memory on the way forward. */
  private static final class Shortage extends BaseTrainingListener {
    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
      throw new OutOfMemoryError("as if");
    }
  }
}
