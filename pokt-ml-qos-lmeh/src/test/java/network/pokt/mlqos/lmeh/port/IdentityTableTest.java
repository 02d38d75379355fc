package network.pokt.mlqos.lmeh.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.LmEval;
import network.pokt.mlqos.lmeh.natives.NativeCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTableTest {

    @Test
    void every_identity_has_an_equivalent() {
        assertThat(NativeCatalog.entries().keySet())
                .containsAll(NativeFunctions.identities().values());
    }

    /** No original of an equivalent is missing. Writes the table that should be there, to be copied over the one that is. */
    @Test
    void the_table_has_all_originals_of_the_installation_and_nothing_else(@TempDir Path alone) throws IOException {
        Map<String, String> places = IdentityTable.of(LmEval.tasks(), alone);
        Path written = Path.of("target", "identities.tsv");
        Files.writeString(written, IdentityTable.lines(places));
        assertThat(NativeFunctions.identities())
                .as("copy " + written + " over src/main/resources/network/pokt/mlqos/lmeh/port/identities.tsv")
                .isEqualTo(places);
    }
}
