package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SupplierSignaturesTest {

    private static final byte[] REPLY = "a reply".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another".getBytes(StandardCharsets.UTF_8);

    private final SupplierSignatures signatures = new SupplierSignatures();

    @Test
    void a_supplier_heard_often_is_judged_as_before() {
        PocketPrivateKey supplier = PocketPrivateKey.generate(new SecureRandom());
        byte[] signature = supplier.sign(REPLY);

        for (int reply = 0; reply < 40; reply++) {
            assertThat(signatures.verify(supplier.publicKey(), REPLY, signature))
                    .as("reply %d", reply)
                    .isTrue();
            assertThat(signatures.verify(supplier.publicKey(), OTHER, signature))
                    .as("other reply %d", reply)
                    .isFalse();
        }
    }

    @Test
    void each_supplier_has_a_table_of_its_own() {
        PocketPrivateKey first = PocketPrivateKey.generate(new SecureRandom());
        PocketPrivateKey second = PocketPrivateKey.generate(new SecureRandom());

        for (int reply = 0; reply < 20; reply++) {
            assertThat(signatures.verify(first.publicKey(), REPLY, first.sign(REPLY)))
                    .isTrue();
            assertThat(signatures.verify(second.publicKey(), REPLY, first.sign(REPLY)))
                    .isFalse();
        }
    }
}
