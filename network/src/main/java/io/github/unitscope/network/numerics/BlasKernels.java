package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The kernels of OpenBLAS: the same products written for several processors, of which it takes one
 * set when it is loaded. Each sums in its own order, so that the bits of results depend on it.
 */
public final class BlasKernels {
  /**
   * Where OpenBLAS looks. It takes any name, an empty one too, that it does not know for its newest
   * kernels.
   */
  static final String VARIABLE = "OPENBLAS_CORETYPE";

  /** Where people name kernels for unitscope alone. */
  private static final String OWN_VARIABLE = "UNITSCOPE_BLAS_KERNELS";

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private static final String AVX512 = "avx512f avx512cd avx512bw avx512dq avx512vl";

  /** What OpenBLAS for x86-64 has, and the processor's features that it takes beyond SSE3. */
  private static final Map<String, String> FEATURES = features();

  private BlasKernels() {}

  private static Map<String, String> features() {
    Map<String, String> features = new LinkedHashMap<>();
    features.put("Prescott", "");
    features.put("Core2", "ssse3");
    features.put("Nehalem", "sse4_2");
    features.put("Barcelona", "");
    features.put("Sandybridge", "avx");
    features.put("Bulldozer", "avx fma4");
    features.put("Piledriver", "avx fma");
    features.put("Steamroller", "avx fma");
    features.put("Excavator", "avx fma");
    features.put("Haswell", "avx2 fma");
    features.put("Zen", "avx2 fma");
    features.put("SkylakeX", AVX512);
    features.put("Cooperlake", AVX512 + " avx512_bf16");
    return features;
  }

  /**
   * The kernels that run in this process; loads OpenBLAS.
   *
   * @return their name, for example {@code SkylakeX}; empty where OpenBLAS does not tell
   */
  public static Optional<String> current() {
    SingleThreadedBlas.require();
    return running();
  }

  /** The same once OpenBLAS is loaded. */
  static Optional<String> running() {
    // openblas_get_corename() is not among the functions that JavaCPP's binding has. Like it, this
    // compares the table of kernels in use with the tables that there are.
    Pointer inUse = Loader.addressof("gotoblas");
    if (inUse == null) {
      return Optional.empty();
    }
    try (PointerPointer<Pointer> table = new PointerPointer<>(inUse)) {
      long address = table.get(0).address();
      return FEATURES.keySet().stream().filter(name -> isTableOf(name, address)).findFirst();
    }
  }

  private static boolean isTableOf(String kernels, long address) {
    Pointer table = Loader.addressof("gotoblas_" + kernels.toUpperCase(Locale.ROOT));
    return table != null && table.address() == address;
  }

  /**
   * Checks, without loading anything, that OpenBLAS has the kernels that the environment asks for,
   * and that the processor can run them: OpenBLAS would take others in place of those that it does
   * not have, and the process may die of those that the processor cannot run.
   *
   * @throws InvalidInputException if not
   */
  public static void requireUsable() {
    requireUsable(asked().orElse(null));
  }

  /** The same for kernels that a program asks for. */
  static void requireUsable(String asked) {
    if (List.of("amd64", "x86_64").contains(System.getProperty("os.arch"))) {
      requireUsable(asked, processorFeatures());
    }
  }

  /** What the environment asks for. */
  private static Optional<String> asked() {
    return Stream.of(OWN_VARIABLE, VARIABLE)
        .map(System::getenv)
        .filter(name -> name != null && !name.isEmpty())
        .findFirst();
  }

  /**
   * What is to run, as the launcher has it: what the environment asks for, else what is right for
   * the processor. OpenBLAS 0.3.19 goes by a list of models, and newer ones get kernels of 2007 or
   * others at half the speed.
   *
   * @return empty where that is left to OpenBLAS
   */
  static Optional<String> preferred() {
    return asked().or(() -> suited(processorFeatures()));
  }

  /** What is right for a processor that is known to have some features. */
  static Optional<String> suited(Set<String> processor) {
    return Stream.of("SkylakeX", "Haswell")
        .filter(name -> processor.containsAll(Arrays.asList(FEATURES.get(name).split(" "))))
        .findFirst();
  }

  /** Whether the processor is known to have AVX2, for which ND4J has a binary of its own. */
  static boolean hasAvx2() {
    return processorFeatures().contains("avx2");
  }

  /**
   * The same for any request.
   *
   * @param asked name of kernels; null if none were asked for
   * @param processor the features of the processor; empty if they are not known
   */
  static void requireUsable(String asked, Set<String> processor) {
    if (asked == null) {
      return;
    }
    String needed =
        FEATURES.entrySet().stream()
            .filter(kernels -> kernels.getKey().equalsIgnoreCase(asked))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> refusal("unknown BLAS kernels", asked, processor));
    if (!isAble(processor, needed)) {
      throw refusal("this processor cannot run the BLAS kernels", asked, processor);
    }
  }

  private static boolean isAble(Collection<String> processor, String needed) {
    return needed.isEmpty()
        || processor.isEmpty()
        || processor.containsAll(Arrays.asList(needed.split(" ")));
  }

  private static InvalidInputException refusal(String why, String asked, Set<String> processor) {
    List<String> possible =
        FEATURES.keySet().stream().filter(name -> isAble(processor, FEATURES.get(name))).toList();
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s '%s' (UNITSCOPE_BLAS_KERNELS, or %s without the launcher); expected one of %s",
            why,
            asked,
            VARIABLE,
            String.join(", ", possible)));
  }

  private static Set<String> processorFeatures() {
    if (!Files.isReadable(PROCESSOR)) {
      return Set.of();
    }
    try {
      return Files.readString(PROCESSOR, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> new HashSet<>(Arrays.asList(line.split("\\s+"))))
          .orElseGet(HashSet::new);
    } catch (IOException e) {
      return Set.of();
    }
  }
}
