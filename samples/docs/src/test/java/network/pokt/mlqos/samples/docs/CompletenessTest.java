package network.pokt.mlqos.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import network.pokt.mlqos.relay.shannon.Rejection;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** Pages that list all of something list all of it. */
class CompletenessTest {

    @Test
    void every_public_package_is_on_the_page_of_the_api() {
        String page = text("api.md");

        assertThat(Documentation.exportedPackages())
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void every_cause_of_a_failure_has_a_remedy() {
        String page = text("troubleshooting.md");

        assertThat(Arrays.stream(FaultCause.values()).map(Enum::name))
                .allSatisfy(cause -> assertThat(page).contains("| `" + cause + "` |"));
    }

    @Test
    void every_rejection_of_a_miner_is_explained() {
        String page = text("shannon.md");

        assertThat(Arrays.stream(Rejection.values()).map(Enum::name))
                .allSatisfy(rejection -> assertThat(page).contains("`" + rejection + "`"));
    }

    private static String text(String page) {
        return Documentation.text(Documentation.ROOT.resolve("docs").resolve(page));
    }
}
