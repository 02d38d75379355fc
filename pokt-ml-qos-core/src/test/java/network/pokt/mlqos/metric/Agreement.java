package network.pokt.mlqos.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Equality with a reference program up to the last digits, which its exp and log decide. */
final class Agreement {

    private static final double RELATIVE = 1e-12;

    private Agreement() {}

    static void assertAgrees(String what, double value, double expected) {
        assertThat(value).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }
}
