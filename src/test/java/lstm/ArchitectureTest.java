package lstm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.text.LabelledLines;
import lstm.train.Trainer;
import org.junit.jupiter.api.Test;

/** Data flow one way through the packages, and each library has its door. */
class ArchitectureTest {
    /** In the order in which data flow; a package may use those before it. */
    private static final List<String> PACKAGES = List.of(
            "progress",
            "error",
            "text",
            "random",
            "statistics",
            "series",
            "calendar",
            "csv",
            "file",
            "tensor",
            "network",
            "prepare",
            "base",
            "train",
            "model",
            "modelfile",
            "forecast",
            "evaluate",
            "explain",
            "preset",
            "workflow",
            "tune",
            "check",
            "chart",
            "report",
            "cli");

    private static final JavaClasses CLASSES = ProgramClasses.ALL;

    @Test
    void thePackagesAreTheOnesListedHere() {
        assertEquals(
                new TreeSet<>(PACKAGES),
                CLASSES.stream()
                        .map(type -> type.getPackageName().split("\\.")[1])
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noPackageUsesALaterOne() {
        for (int k = 0; k < PACKAGES.size() - 1; k++) {
            String[] later = PACKAGES.subList(k + 1, PACKAGES.size()).stream()
                    .map(name -> "lstm." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("lstm." + PACKAGES.get(k) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CLASSES);
        }
    }

    @Test
    void eachLibraryHasItsDoor() {
        only("org.nd4j..", "lstm.tensor");
        only("org.bytedeco..", "lstm.tensor");
        only("picocli..", "lstm.cli..");
        only("org.apache.commons.csv..", "lstm.csv", "lstm.report", "lstm.cli.config");
        only("com.fasterxml.jackson..", "lstm.modelfile", "lstm.report", "lstm.cli.config");
        only("org.hipparchus..", "lstm.forecast", "lstm.evaluate");
        only("org.apache.fontbox..", "lstm.chart");
        only("org.snakeyaml..", "lstm.cli.config");
        only("sun.misc..", "lstm.cli.terminal");
    }

    private static void only(String library, String... doors) {
        noClasses()
                .that()
                .resideOutsideOfPackages(doors)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
        assertTrue(
                CLASSES.stream().anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith(library.replace("..", "")))),
                library + " is used by nobody: the rule says nothing");
    }

    @Test
    void onlyMainEndsTheProcessAndTakesItsStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("lstm.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void theNetworkKnowsNoFilesAndNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("lstm.network", "lstm.train", "lstm.tensor", "lstm.prepare")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file", "java.time", "java.io")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void textForPeopleIsMadeInReports() {
        String[] fronts = {"lstm.text", "lstm.chart", "lstm.report", "lstm.cli.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(fronts)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LabelledLines.class)
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(fronts)
                .and()
                .haveNameMatching("describe|summary|notes?|words|sentence")
                .should(returnText())
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> returnText() {
        return new ArchCondition<>("return text") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isText = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class));
                events.add(new SimpleConditionEvent(method, isText, method.getFullName() + " returns text"));
            }
        };
    }

    @Test
    void namesSayWhatAClassIs() {
        for (String vague : List.of("Util", "Utils", "Manager", "Helper", "Impl")) {
            noClasses().should().haveSimpleNameEndingWith(vague).check(CLASSES);
        }
    }

    @Test
    void oneClassBringsNetworkAndTrainerTogether() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("lstm.workflow.NetworkTrainer")
                .and()
                .doNotHaveFullyQualifiedName("lstm.train.EnsembleTrainer")
                .and()
                .doNotHaveFullyQualifiedName("lstm.train.BaseTuning")
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.type(Trainer.class))))
                .check(CLASSES);
    }

    @Test
    void theLibraryReadsNoEnvironmentAndSetsNoPropertyButThoseOfItsBackend() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lstm.cli..")
                .and()
                .doNotHaveFullyQualifiedName("lstm.tensor.BackendLoader")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "gc")
                .check(CLASSES);
    }

    @Test
    void noTwoClassesHaveOneName() {
        Map<String, List<String>> packages = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        packages.values().removeIf(places -> places.size() == 1);
        assertEquals(Map.of(), packages);
    }

    @Test
    void noClassIsNamedLikeOneOfJavaThatIsUsedBesideIt() {
        List<String> clashes = CLASSES.stream()
                .filter(type -> {
                    Set<String> names = new HashSet<>();
                    Set<String> java = new HashSet<>();
                    names.add(type.getSimpleName());
                    for (Dependency use : type.getDirectDependenciesFromSelf()) {
                        JavaClass other = use.getTargetClass().getBaseComponentType();
                        if (!other.getEnclosingClass().isPresent()) {
                            (other.getPackageName().startsWith("lstm") ? names : java).add(other.getSimpleName());
                        }
                    }
                    names.retainAll(java);
                    return !names.isEmpty();
                })
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), clashes);
    }

    @Test
    void noRoomHoldsMoreThanAFifthOfTheCode() throws IOException {
        Map<Path, Long> lines = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                lines.merge(file.getParent(), (long) Files.readAllLines(file).size(), Long::sum);
            }
        }
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        lines.values().removeIf(room -> 5 * room <= all);
        assertEquals(Map.of(), lines);
    }
}
