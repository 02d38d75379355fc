package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NameLookupTest {

    private final VirtualTime time = new VirtualTime();
    private final NameLookup names = new NameLookup(time);

    @AfterEach
    void close() {
        names.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.255", "[::1]", "[2001:db8::1]"})
    void an_address_needs_no_lookup(String address) {
        assertThat(names.find(address)).isSameAs(NameLookup.KNOWN);
    }

    @Test
    void a_name_is_looked_up_once_in_a_while() {
        names.find("localhost").join();
        assertThat(names.find("localhost")).isSameAs(NameLookup.KNOWN);

        time.advance(Duration.ofSeconds(20));

        assertThat(names.find("localhost")).isNotSameAs(NameLookup.KNOWN);
    }

    @Test
    void a_name_that_does_not_exist_fails_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> names.find("node.invalid").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnknownHostException.class);
        }
    }
}
