package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.watch.RealDataExperiments.Order;
import network.pokt.mlqos.watch.RealDataExperiments.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/profiles.md says of real models; seeds are fixed in the experiments. */
class RealDataTest {

    @Test
    void intervals_hold_the_full_accuracy_of_real_models_as_often_as_they_say() {
        for (RealVerdicts model : RealVerdicts.gsm8k()) {
            for (int n : new int[] {25, 50, 100}) {
                assertCovers(model, n);
            }
        }
    }

    @Test
    void drawing_by_the_secret_order_covers_as_the_exact_sum_says() {
        RealVerdicts model = RealVerdicts.gsm8k().get(0);
        IntervalCoverage drawn = IntervalCoverage.drawn(model, 100, 1000);

        // Four standard errors of 1,000 rounds at 95 %.
        assertThat(Math.abs(drawn.split() - IntervalCoverage.exactly(model, 100).split()))
                .isLessThan(0.028);
    }

    @Test
    @Tag("long")
    void intervals_hold_on_the_large_benchmarks_and_with_more_samples_too() {
        List<RealVerdicts> models = new ArrayList<>(RealVerdicts.hellaswag());
        models.add(RealVerdicts.mmluPro());
        models.addAll(RealVerdicts.gsm8k());
        for (RealVerdicts model : models) {
            for (int n : IntervalCoverage.SIZES) {
                assertCovers(model, n);
            }
        }
    }

    private static void assertCovers(RealVerdicts model, int n) {
        assertThat(IntervalCoverage.exactly(model, n).split())
                .as("%s, n = %d", model.model(), n)
                .isBetween(0.94, 0.96);
    }

    @Test
    void three_real_models_come_out_in_order_more_often_when_they_are_asked_the_same_items() {
        List<RealVerdicts> models = RealVerdicts.gsm8k();
        Order order = Order.of(List.of(models.get(0), models.get(1), models.get(3)), 50, 1000);

        assertThat(order.same()).isGreaterThan(0.97);
        assertThat(order.own()).isBetween(0.89, 0.95);
    }

    @Test
    void a_paired_interval_seldom_calls_the_worse_of_two_real_models_better() {
        List<RealVerdicts> models = RealVerdicts.gsm8k();
        Verdict close = Verdict.of(models.get(1), models.get(2), 50, 1000);
        Verdict clear = Verdict.of(models.get(0), models.get(2), 50, 1000);

        assertThat(close.wrongly()).isLessThan(0.025);
        assertThat(clear.rightly()).isGreaterThan(0.7);
    }
}
