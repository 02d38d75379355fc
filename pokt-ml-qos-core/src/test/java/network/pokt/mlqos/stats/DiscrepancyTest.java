package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscrepancyTest {

    private static final long SEED = 20260402;

    private final Discrepancy<Integer> test = new Discrepancy<>((a, b) -> a.equals(b) ? 1 : 0, 199);

    private static List<Discrepancy.Stratum<Integer>> strata(SplittableRandom random, int shift) {
        return IntStream.range(0, 5)
                .mapToObj(question -> new Discrepancy.Stratum<>(
                        IntStream.range(0, 10).mapToObj(i -> random.nextInt(4)).toList(),
                        IntStream.range(0, 10)
                                .mapToObj(i -> random.nextInt(4) + shift)
                                .toList()))
                .toList();
    }

    @Test
    void equal_sources_rarely_look_different() {
        SplittableRandom random = new SplittableRandom(SEED);
        int small = 0;
        for (int run = 0; run < 400; run++) {
            small += test.test(strata(random, 0), run).pValue() <= 0.05 ? 1 : 0;
        }
        // Of a binomial with 400 and 0.05 all but one in a thousand lie below 35.
        assertThat(small).as("seed %d", SEED).isLessThan(35);
    }

    @Test
    void sources_that_differ_are_found_with_their_size() {
        Discrepancy.Result result = test.test(strata(new SplittableRandom(SEED), 2), 1);
        assertThat(result.pValue()).isEqualTo(1.0 / 200);
        assertThat(result.effect()).isPositive();
        assertThat(result.effectSize()).isGreaterThan(3);
    }

    @Test
    void a_question_needs_two_answers_of_each() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discrepancy.Stratum<>(List.of(1), List.of(1, 2)))
                .withMessageContaining("two answers");
    }
}
