package network.pokt.mlqos.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of the packages (rooms) of one module below its root package.
 *
 * @param root the root package, the front door: it sees every room and no room sees it
 * @param upwards the names of the rooms, ground floor first: a room sees only the rooms before it
 */
public record Rooms(String root, List<String> upwards) {

    /** Rooms in this order. */
    public Rooms {
        upwards = List.copyOf(upwards);
    }

    /** A room depends only on the rooms before it. */
    public ArchRule seeOnlyTheRoomsBelow() {
        return IntStream.range(1, upwards.size())
                .<ArchRule>mapToObj(above -> noClasses()
                        .that()
                        .resideInAPackage(packages(upwards.get(above - 1)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(upwards.subList(above, upwards.size()).stream()
                                .map(this::packages)
                                .toArray(String[]::new)))
                .reduce((one, other) -> CompositeArchRule.of(one).and(other))
                .orElseThrow();
    }

    /** A class lives at the front door or in a room that has its place in the order. */
    public ArchRule areAllPlanned() {
        return classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(root), upwards.stream().map(this::packages))
                                .toArray(String[]::new));
    }

    /** No room depends on the front door. */
    public ArchRule doNotSeeTheFrontDoor() {
        return noClasses().that().resideInAPackage(root + ".*..").should().dependOnClassesThat(resideInAPackage(root));
    }

    /** No room depends on another, as is the rule for modules that stand side by side. */
    public ArchRule doNotSeeEachOther() {
        return upwards.stream()
                .<ArchRule>map(room -> noClasses()
                        .that()
                        .resideInAPackage(packages(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(upwards.stream()
                                .filter(other -> !other.equals(room))
                                .map(this::packages)
                                .toArray(String[]::new)))
                .reduce((one, other) -> CompositeArchRule.of(one).and(other))
                .orElseThrow();
    }

    /** The packages below the root, rooms and their inner rooms alike, form no cycle. */
    public ArchRule formNoCycle() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private String packages(String room) {
        return root + "." + room + "..";
    }
}
