package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    private static final long SEED = 20260403;

    /** The first example of Benjamini and Hochberg (1995), section 3.2: fifteen p-values, four rejected at 5 %. */
    @Test
    void theExampleOfItsAuthorsComesOut() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        boolean[] rejects = FalseDiscovery.benjaminiHochberg(p, 0.05);
        for (int i = 0; i < p.length; i++) {
            assertThat(rejects[i]).as("p = %s", p[i]).isEqualTo(i < 4);
        }
    }

    @Test
    void eValuesAreRejectedFromTheLargestOn() {
        assertThat(FalseDiscovery.eBenjaminiHochberg(new double[] {1, 50, 0, 41, Double.POSITIVE_INFINITY}, 0.05))
                .containsExactly(false, true, false, true, true);
    }

    @Test
    void theShareOfFalseDiscoveriesIsKept() {
        SplittableRandom random = new SplittableRandom(SEED);
        double shares = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] p = random.doubles(20).toArray();
            for (int i = 0; i < 5; i++) {
                p[i] = Math.pow(p[i], 8);
            }
            boolean[] rejects = FalseDiscovery.benjaminiHochberg(p, 0.2);
            int all = 0;
            int wrong = 0;
            for (int i = 0; i < p.length; i++) {
                all += rejects[i] ? 1 : 0;
                wrong += rejects[i] && i >= 5 ? 1 : 0;
            }
            shares += all == 0 ? 0 : (double) wrong / all;
        }
        assertThat(shares / runs).as("seed %d", SEED).isLessThan(0.17);
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {1.5}, 0.05))
                .withMessageContaining("not a probability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalseDiscovery.eBenjaminiHochberg(new double[] {-1}, 0.05))
                .withMessageContaining("e-value");
    }
}
