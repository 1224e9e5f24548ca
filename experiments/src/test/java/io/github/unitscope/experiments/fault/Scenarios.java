package io.github.unitscope.experiments.fault;

import java.util.List;

/** Every command that leaves a run folder, with so little to do that it can be run often. */
final class Scenarios {
  private static final String PATCHES = " --photographs {photographs} --patches 20 --patch-size 6";

  /** So many that the small model of compare learns from them. */
  private static final String MORE_PATCHES = PATCHES.replace("--patches 20", "--patches 400");

  private static final String TRAINING = PATCHES + " --layers 4,3 --epochs 1 --first-epochs 1";
  private static final String ALWAYS = " --checkpoint-every 0";
  private static final String UNITS = " --units 0,1";
  private static final String ASCENT = " --restarts 1 --steps 2";
  private static final String CHAINS = " --samples 2 --chains 2 --burn-in 1 --thinning 1";
  private static final String WHOLE = " --photographs {photographs} --size 16";

  /** Those that take less than a tenth of a second. */
  static final List<Scenario> QUICK =
      List.of(
          Scenario.resumable(
              "train dbn" + TRAINING + " --batch 20" + ALWAYS, "show", "model show --model"),
          Scenario.resumable("train sdae" + TRAINING + " --batch 20" + ALWAYS, "show"),
          Scenario.resumable(
              "tune sdae" + PATCHES + " --over layers=2,3 epochs=1 first-epochs=1" + ALWAYS,
              "show"),
          Scenario.resumable(
              "unimodality --model {rbm} --null shuffled --restarts 2" + UNITS + ALWAYS, "show"),
          Scenario.of("maximize --model {rbm} --layer 1" + UNITS + ASCENT),
          Scenario.of("sample --model {dbn}" + UNITS + CHAINS),
          Scenario.of("combine --model {dbn}" + UNITS),
          Scenario.of("compare" + MORE_PATCHES + UNITS + ASCENT + CHAINS),
          Scenario.of("examples --model {rbm}" + PATCHES + UNITS),
          Scenario.of("diagnose --model {network}" + WHOLE),
          Scenario.of("deconv --model {network} --layer 2 --units 0" + WHOLE),
          Scenario.of("occlude --model {network} --show 0" + WHOLE),
          Scenario.of("correspond --model {network} --parts {parts} --layers 1 --random 1" + WHOLE),
          Scenario.of("gabor --model {rbm}"),
          Scenario.of("gallery --model {rbm}" + PATCHES + UNITS + ASCENT + CHAINS),
          Scenario.of(
              "reproduce o17 --model {network} --layers one,two,dense --compare 0,1,2,3"
                  + " --size 16 --channels 1 --steps 1"),
          Scenario.of("data show --images 4" + PATCHES),
          Scenario.of("model import {keras} --input unit --unchecked"),
          Scenario.rerun("{combined}", "{combined7}", false),
          Scenario.rerun("{rbm}", "{dbn}", true));

  /** Those that need labels. */
  static final List<Scenario> OF_DIGITS =
      List.of(
          Scenario.resumable(
              "train convnet --data few-digits --architecture lenet --steps 2 --batch 4 --checkpoints 0,1"
                  + ALWAYS,
              "show"),
          Scenario.resumable(
              "tune dbn --data few-digits --over layers=2,3 epochs=1 finetune-epochs=1" + ALWAYS,
              "show"),
          Scenario.of("finetune --model {digits} --epochs 1"),
          Scenario.of(
              "evolve --data few-digits --steps 1 --every 1 --batch 4 --maximize-every 1 --ascent-steps 1"
                  + " --restarts 1 --units 0"),
          Scenario.of("probe --model {digits} --train-size 20"),
          Scenario.of("likelihood --model {digits}"));

  private Scenarios() {}
}
