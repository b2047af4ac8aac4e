package topicworkbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house holds: every rule passes on the product, and fails on the planted violations. */
class HouseTest {
    private static final String ROOT = "topicworkbench";
    private static final String PLANTED = "topicworkbench.architecture.planted";
    private static final int LONGEST_FILE = 500;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    Stream<DynamicTest> theHouseHolds() {
        return HouseRules.all(ROOT).stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> rooms = PRODUCT.stream().map(c -> c.getPackageName()).filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(HouseRules.packages()).containsAll(rooms);
    }

    @Test
    void theDrawingShowsTheRules() throws IOException {
        assertThat(HouseDrawing.svg()).as("HouseDrawing draws it anew").isEqualTo(Files.readString(HouseDrawing.FILE));
    }

    @TestFactory
    Stream<DynamicTest> aPlantedViolationIsCaught() {
        return Stream.of(
                caught("an engine package that uses the command line", HouseRules.mayUse(PLANTED, "math")),
                caught("a package that uses an adapter", HouseRules.mayUse(PLANTED, "run")),
                caught("a screen that knows another screen", HouseRules.mayUse(PLANTED, "ui.explore")),
                caught("an array of a forbidden type", HouseRules.mayUse(PLANTED, "corpus")),
                caught("a cycle", HouseRules.noCycles(PLANTED)),
                caught("JavaFX outside the window", HouseRules.javaFxOnlyInTheWindow(PLANTED)),
                caught("the AWS SDK outside its adapter", HouseRules.awsOnlyInItsAdapter(PLANTED)),
                caught("a connection beside AWS", HouseRules.networkOnlyWhereAwsIs(PLANTED)),
                caught("a scene in a view model", HouseRules.noSceneInViewModels(PLANTED)),
                caught("Platform in a screen", HouseRules.platformOnlyInSupport(PLANTED)),
                caught("numbers as the machine writes them", HouseRules.noWordsAsTheMachineHasThem(PLANTED)));
    }

    private static DynamicTest caught(String violation, ArchRule rule) {
        return dynamicTest(violation, () -> assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue());
    }

    @Test
    void noFileIsTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE).map(Path::toString).toList();
            assertThat(tooLong).as("files over %d lines", LONGEST_FILE).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
