package network.pokt.mlqos.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import network.pokt.mlqos.architecture.broken.FrontDoor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never fails guards nothing: each one must name its offender in the broken house. */
class RulesCanFailTest {

    private static final String BROKEN = FrontDoor.class.getPackageName();

    private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);

    static Stream<Arguments> rules_and_what_they_must_report() {
        Rooms rooms = new Rooms(BROKEN, List.of("time", "stats", "node"));
        return Stream.of(
                arguments(rooms.seeOnlyTheRoomsBelow(), List.of("time.LooksUpwards")),
                arguments(rooms.doNotSeeEachOther(), List.of("time.LooksUpwards", "stats.LooksDownwards")),
                arguments(rooms.areAllPlanned(), List.of("attic.Lodger")),
                arguments(rooms.doNotSeeTheFrontDoor(), List.of("node.KnocksAtTheDoor")),
                arguments(rooms.formNoCycle(), List.of("Slice stats", "Slice time")),
                arguments(HouseRules.PACKAGES_ARE_NULL_MARKED, List.of("attic.Lodger")),
                arguments(HouseRules.NOBODY_PRINTS, List.of("System.out")),
                arguments(HouseRules.LOGS_GO_TO_SLF4J, List.of("java.util.logging.Logger")),
                arguments(HouseRules.NO_STATIC_STATE, List.of("Careless.calls", "Careless.TOTAL")),
                arguments(
                        HouseRules.TIME_HAS_ONE_HOME,
                        List.of(
                                "System.nanoTime()",
                                "Instant.now()",
                                "Thread.sleep(long)",
                                "CompletableFuture.orTimeout")),
                arguments(
                        HouseRules.CHANCE_HAS_A_SEED,
                        List.of("Math.random()", "java.util.Random.<init>()", "Collections.shuffle(java.util.List)")));
    }

    @ParameterizedTest
    @MethodSource("rules_and_what_they_must_report")
    void a_rule_names_its_offenders(ArchRule rule, List<String> offenders) {
        List<String> report = rule.evaluate(BROKEN_HOUSE).getFailureReport().getDetails();

        assertThat(offenders).allSatisfy(offender -> assertThat(report).anyMatch(line -> line.contains(offender)));
    }

    @ParameterizedTest
    @MethodSource("rules_and_what_they_must_report")
    void a_rule_leaves_the_law_abiding_alone(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN_HOUSE).getFailureReport().getDetails())
                .noneMatch(line -> line.contains("LawAbiding"));
    }
}
