package network.pokt.mlqos;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import network.pokt.mlqos.architecture.HouseRules;
import network.pokt.mlqos.architecture.Rooms;

/** The plan of the house, held by the build: which room sees which, and what nobody does anywhere. */
@AnalyzeClasses(packages = "network.pokt.mlqos", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Rooms ROOMS = new Rooms(
            "network.pokt.mlqos",
            List.of(
                    "error",
                    "time",
                    "stats",
                    "node",
                    "transport",
                    "inference",
                    "python",
                    "template",
                    "token",
                    "price",
                    "metric",
                    "task",
                    "evaluation",
                    "profile",
                    "signature",
                    "watch",
                    "leaderboard",
                    "route",
                    "store"));

    @ArchTest
    static final ArchRule a_room_sees_only_the_rooms_below_it = ROOMS.seeOnlyTheRoomsBelow();

    @ArchTest
    static final ArchRule every_room_has_its_place = ROOMS.areAllPlanned();

    @ArchTest
    static final ArchRule no_room_sees_the_front_door = ROOMS.doNotSeeTheFrontDoor();

    @ArchTest
    static final ArchRule packages_form_no_cycle = ROOMS.formNoCycle();

    @ArchTest
    static final ArchRule core_never_sees_what_stands_on_it = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "network.pokt.mlqos.relay..",
                    "network.pokt.mlqos.lmeh..",
                    "network.pokt.mlqos.diffusion..",
                    "network.pokt.mlqos.samples..");

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
