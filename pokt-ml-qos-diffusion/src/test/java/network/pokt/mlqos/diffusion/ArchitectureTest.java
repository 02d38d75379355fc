package network.pokt.mlqos.diffusion;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import network.pokt.mlqos.architecture.HouseRules;
import network.pokt.mlqos.architecture.Rooms;

/** The plan of this module, held by the build. */
@AnalyzeClasses(packages = "network.pokt.mlqos.diffusion", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Rooms ROOMS =
            new Rooms("network.pokt.mlqos.diffusion", List.of("image", "metric", "api", "signal", "feature", "task"));

    @ArchTest
    static final ArchRule a_room_sees_only_the_rooms_below_it = ROOMS.seeOnlyTheRoomsBelow();

    @ArchTest
    static final ArchRule every_room_has_its_place = ROOMS.areAllPlanned();

    @ArchTest
    static final ArchRule siblings_never_meet = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "network.pokt.mlqos.relay..", "network.pokt.mlqos.lmeh..", "network.pokt.mlqos.samples..");

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
