package network.pokt.mlqos.samples.quickstart;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import network.pokt.mlqos.architecture.HouseRules;
import network.pokt.mlqos.architecture.Rooms;

/** The modules that stand on core side by side: here, where all three meet, each is held to the house rules. */
@AnalyzeClasses(
        packages = {"network.pokt.mlqos.relay", "network.pokt.mlqos.lmeh", "network.pokt.mlqos.diffusion"},
        importOptions = DoNotIncludeTests.class)
class SiblingsTest {

    private static final Rooms SIBLINGS = new Rooms("network.pokt.mlqos", List.of("relay", "lmeh", "diffusion"));

    @ArchTest
    static final ArchRule siblings_never_see_each_other = SIBLINGS.doNotSeeEachOther();

    @ArchTest
    static final ArchRule packages_form_no_cycle = SIBLINGS.formNoCycle();

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
