package io.github.unitscope.experiments.train;

import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.rbm.Dbn;
import java.util.List;
import java.util.function.Supplier;

/** The kinds of stack, each with a command that trains it. */
public enum StackKind {
  /** Deep belief networks. */
  DBN(
      "dbn",
      Dbn.SEED_WORD,
      "train a deep belief network: stacked restricted Boltzmann machines",
      RbmOptions::new,
      "--data mnist --layers 500,500,500 --epochs 10 --out runs/dbn",
      "--data kodak --layers 300,300 --out runs/patches",
      "--data mnist --layers 500 --algorithm pcd --cd 15 --batch 20 --out runs/pcd15"),
  /** Stacked denoising autoencoders. */
  SDAE(
      "sdae",
      Sdae.SEED_WORD,
      "train a stack of denoising autoencoders",
      AutoencoderOptions::new,
      "--data mnist --layers 500,500,500 --out runs/sdae",
      "--data mnist --noise masking --level 0.1,0.2,0.3",
      "--data leaves --layers 300,300 --first-noise masking --first-level 0.25");

  private final String word;
  private final String seedWord;
  private final String summary;
  private final Supplier<StackKindOptions> options;
  private final List<String> examples;

  StackKind(
      String word,
      String seedWord,
      String summary,
      Supplier<StackKindOptions> options,
      String... examples) {
    this.word = word;
    this.seedWord = seedWord;
    this.summary = summary;
    this.options = options;
    this.examples = List.of(examples);
  }

  /** As it is called on the command line. */
  public String word() {
    return word;
  }

  /** The command that trains it. */
  public String trainCommand() {
    return "train " + word;
  }

  /** What the seed of its training is derived for. */
  String seedWord() {
    return seedWord;
  }

  String summary() {
    return summary;
  }

  List<String> examples() {
    return examples.stream().map(options -> trainCommand() + " " + options).toList();
  }

  /** New options of the command that trains it. */
  public StackKindOptions options() {
    return options.get();
  }
}
