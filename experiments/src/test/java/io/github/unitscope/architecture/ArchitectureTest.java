package io.github.unitscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.unitscope.network.numerics.Backend;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.unitscope.";

  /** The classes of the program, without those of tests. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.unitscope");

  /**
   * A method of visualize, and the one that it builds on: as the package page of visualize says.
   */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "maximize", List.of(),
          "unimodal", List.of("maximize"),
          "sample", List.of(),
          "combine", List.of(),
          "dataexamples", List.of(),
          "deconv", List.of("dataexamples"),
          "occlude", List.of("deconv"),
          "probe", List.of(),
          "diagnose", List.of(),
          "gabor", List.of());

  @Test
  void noPackagesFormACycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void modulesDependOnlyDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("network")
        .definedBy(ROOT + "network..")
        .layer("datasets")
        .definedBy(ROOT + "datasets..")
        .layer("stacks")
        .definedBy(ROOT + "stacks..")
        .layer("rbm")
        .definedBy(ROOT + "rbm..")
        .layer("autoencoder")
        .definedBy(ROOT + "autoencoder..")
        .layer("convnet")
        .definedBy(ROOT + "convnet..")
        .layer("visualize")
        .definedBy(ROOT + "visualize..")
        .layer("provenance")
        .definedBy(ROOT + "provenance..")
        .layer("benchmarks")
        .definedBy(ROOT + "benchmarks..")
        .layer("experiments")
        .definedBy(ROOT + "experiments..")
        .whereLayer("network")
        .mayNotAccessAnyLayer()
        .whereLayer("datasets")
        .mayOnlyAccessLayers("network")
        .whereLayer("stacks")
        .mayOnlyAccessLayers("network", "datasets")
        .whereLayer("rbm")
        .mayOnlyAccessLayers("network", "datasets", "stacks")
        .whereLayer("autoencoder")
        .mayOnlyAccessLayers("network", "datasets", "stacks")
        .whereLayer("convnet")
        .mayOnlyAccessLayers("network", "datasets")
        .whereLayer("visualize")
        .mayOnlyAccessLayers("network", "datasets")
        .whereLayer("provenance")
        .mayOnlyAccessLayers("network", "datasets")
        .whereLayer("benchmarks")
        .mayOnlyBeAccessedByLayers("experiments")
        .whereLayer("experiments")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesOfNetworkDependOnlyDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("message")
        .definedBy(ROOT + "network.message")
        .layer("random")
        .definedBy(ROOT + "network.random")
        .layer("registry")
        .definedBy(ROOT + "network.registry")
        .layer("numerics")
        .definedBy(ROOT + "network.numerics")
        .layer("storage")
        .definedBy(ROOT + "network.storage")
        .layer("network")
        .definedBy(ROOT + "network")
        .layer("model")
        .definedBy(ROOT + "network.model")
        .whereLayer("message")
        .mayNotAccessAnyLayer()
        .whereLayer("random")
        .mayOnlyAccessLayers("message")
        .whereLayer("registry")
        .mayOnlyAccessLayers("message")
        .whereLayer("numerics")
        .mayOnlyAccessLayers("message", "random", "registry")
        .whereLayer("storage")
        .mayOnlyAccessLayers("message", "random", "registry", "numerics")
        .whereLayer("network")
        .mayOnlyAccessLayers("message", "random", "registry", "numerics", "storage")
        .check(CLASSES);
  }

  @Test
  void methodsOfVisualizeDoNotKnowEachOther() {
    for (String method : new TreeMap<>(METHODS).keySet()) {
      String[] others =
          METHODS.keySet().stream()
              .filter(other -> !other.equals(method) && !METHODS.get(method).contains(other))
              .map(other -> ROOT + "visualize." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + "visualize." + method + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(CLASSES);
    }
  }

  /**
   * The terminal opens the descriptors themselves, so that one place decides what a person reads.
   */
  @Test
  void onlyTheTerminalPrints() {
    CompositeArchRule.of(
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "experiments.terminal")
                // Swaps the stream of errors while a library that prints there is loaded.
                .and()
                .doNotBelongToAnyOf(Backend.class)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS))
        .and(
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "experiments.terminal")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileDescriptor"))
        .check(CLASSES);
  }

  @Test
  void onlyTrainingKnowsDeeplearning4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "convnet.training", ROOT + "stacks.classifier")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.deeplearning4j..")
        .check(CLASSES);
  }

  @Test
  void onlyTrainingAndNumericsKnowNd4j() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "convnet.training", ROOT + "stacks.classifier", ROOT + "network.numerics")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.nd4j..")
        .check(CLASSES);
  }

  /** Names that say nothing of what a class does. */
  @Test
  void namesSayWhatClassesDo() {
    noClasses().should().haveSimpleNameEndingWith("Manager").check(CLASSES);
    noClasses().should().haveSimpleNameEndingWith("Helper").check(CLASSES);
    noClasses().should().haveSimpleNameEndingWith("Utils").check(CLASSES);
  }
}
