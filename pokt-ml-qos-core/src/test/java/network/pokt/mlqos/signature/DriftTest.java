package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.stats.Discrepancy;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real drift: what is told apart of five variants of one small model, and what is not. Half of the prompts calibrate, looks
 * are drawn at random from the other half.
 */
class DriftTest {

    private static final long SEED = 20260406;

    /** Coarser precisions are accepted. */
    private static final List<String> ANY_16_BIT = List.of("fp32-again", "bf16", "int8");

    /** Only the trusted precision is accepted; its one replica stands for three. */
    private static final List<String> SAME = List.of("fp32-again", "fp32-again", "fp32-again");

    private static final List<Signal> SIGNALS = List.of(Signal.GREEDY, Signal.FIRST_TOKEN, Signal.FORCED);

    private record Found(int looks, Alarm.Kind kind) {}

    /** Watches a node by one signal; a share of its calls is answered by a variant, the others by an honest one. */
    private static Found watch(
            DriftData data,
            List<String> replicas,
            Signal signal,
            String variant,
            double share,
            SplittableRandom random) {
        List<Integer> prompts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            prompts.add(i);
        }
        Collections.shuffle(prompts, new Random(random.nextLong()));
        Calibration.Builder calibration = Calibration.builder();
        for (String replica : replicas) {
            double[] distances = data.distances(replica, signal);
            calibration.replica(
                    signal,
                    prompts.subList(0, 200).stream()
                            .mapToDouble(i -> distances[i])
                            .toArray());
        }
        VirtualTime time = new VirtualTime();
        NodeWatch watch = NodeWatch.of(calibration.build(), time.now());
        double[] honest = data.distances(replicas.get(1), signal);
        double[] changed = data.distances(variant, signal);
        for (int look = 1; look <= 2_000; look++) {
            time.advance(Duration.ofHours(1));
            int prompt = prompts.get(200 + random.nextInt(200));
            watch.observe(signal, (random.nextDouble() < share ? changed : honest)[prompt], time.now());
            if (watch.alarm().isPresent()) {
                return new Found(look, watch.alarm().get().kind());
            }
        }
        return new Found(Integer.MAX_VALUE, Alarm.Kind.MODEL);
    }

    @SuppressWarnings("SystemOut")
    private static int median(
            DriftData data, List<String> replicas, Signal signal, String variant, double share, int runs) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Integer> looks = new ArrayList<>();
        Map<Alarm.Kind, Integer> kinds = new EnumMap<>(Alarm.Kind.class);
        for (int run = 0; run < runs; run++) {
            Found found = watch(data, replicas, signal, variant, share, random);
            looks.add(found.looks());
            if (found.looks() < Integer.MAX_VALUE) {
                kinds.merge(found.kind(), 1, Integer::sum);
            }
        }
        Collections.sort(looks);
        long found = looks.stream().filter(n -> n < Integer.MAX_VALUE).count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s, %.0f %% of calls | %d of %d | %s | %s | %s |%n",
                replicas.equals(SAME) ? "fp32" : "fp32, bf16, int8",
                signal,
                variant,
                100 * share,
                found,
                runs,
                shown(looks.get(runs / 2)),
                shown(looks.get((int) Math.ceil(0.95 * runs) - 1)),
                kinds);
        return looks.get(runs / 2);
    }

    private static String shown(int looks) {
        return looks == Integer.MAX_VALUE ? "> 2000" : Integer.toString(looks);
    }

    @Test
    void another_model_and_int4_are_told_apart_from_honest_precisions() throws IOException {
        DriftData data = DriftData.read();
        SplittableRandom random = new SplittableRandom(SEED);
        Found small = watch(data, ANY_16_BIT, Signal.FIRST_TOKEN, "small", 1, random);
        assertThat(small.looks()).isLessThanOrEqualTo(20);
        assertThat(small.kind()).isEqualTo(Alarm.Kind.MODEL);
        Found int4 = watch(data, ANY_16_BIT, Signal.FORCED, "int4", 1, random);
        assertThat(int4.looks()).isLessThanOrEqualTo(50);
        assertThat(int4.kind()).isEqualTo(Alarm.Kind.QUANTIZATION);
    }

    /** The test was chosen on half of these prompts; docs/signatures.md says what it does on others. */
    @Test
    void samples_confirm_another_model_and_leave_honest_precisions_alone() throws IOException {
        Discrepancy.Result small = SwapConfirmation.compare(DriftData.samples("small"), SEED);
        assertThat(small.pValue()).isLessThanOrEqualTo(0.01);
        assertThat(small.effectSize()).isGreaterThan(4);
        for (String honest : List.of("fp32-again", "bf16", "int8")) {
            assertThat(SwapConfirmation.compare(DriftData.samples(honest), SEED).pValue())
                    .as(honest)
                    .isGreaterThan(0.01);
        }
    }

    @Test
    void what_a_trusted_endpoint_finds_improbable_is_confirmed_as_well() {
        SplittableRandom random = new SplittableRandom(SEED);
        Discrepancy.Result same = SwapConfirmation.compareScored(scored(0, random), SEED);
        Discrepancy.Result other = SwapConfirmation.compareScored(scored(-1.5, random), SEED);

        assertThat(same.pValue()).isGreaterThan(0.01);
        assertThat(other.pValue()).isLessThan(0.001);
        assertThat(other.effectSize()).isGreaterThan(same.effectSize() + 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwapConfirmation.compareScored(scored(Double.NaN, random), SEED))
                .withMessageContaining("finite");
    }

    /** Ten prompts of ten answers, of which those of the node are so much less probable, in nats per token. */
    private static List<Discrepancy.Stratum<Double>> scored(double less, SplittableRandom random) {
        return IntStream.range(0, 10)
                .mapToObj(prompt -> new Discrepancy.Stratum<>(
                        random.doubles(10, -6, -2).boxed().toList(),
                        random.doubles(10, -6, -2).map(x -> x + less).boxed().toList()))
                .toList();
    }

    /** A node that draws some of its answers from another model, in the place of honest ones. */
    private static double confirmed(double share, int runs) throws IOException {
        List<Discrepancy.Stratum<String>> honest = DriftData.samples("fp32-again");
        List<Discrepancy.Stratum<String>> other = DriftData.samples("small");
        SplittableRandom random = new SplittableRandom(SEED);
        int found = 0;
        for (int run = 0; run < runs; run++) {
            List<Discrepancy.Stratum<String>> mixed = new ArrayList<>();
            for (int prompt = 0; prompt < honest.size(); prompt++) {
                List<String> answers = new ArrayList<>(honest.get(prompt).second());
                for (int answer = 0; answer < answers.size(); answer++) {
                    if (random.nextDouble() < share) {
                        answers.set(answer, other.get(prompt).second().get(answer));
                    }
                }
                mixed.add(new Discrepancy.Stratum<>(honest.get(prompt).first(), answers));
            }
            found += SwapConfirmation.compare(mixed, SEED + run).pValue() <= 0.01 ? 1 : 0;
        }
        return (double) found / runs;
    }

    @Test
    @Tag("long")
    @SuppressWarnings("SystemOut")
    void what_is_told_apart() throws IOException {
        DriftData data = DriftData.read();
        System.out.println("| calibrated on | signal | node | alarms | median | 95th percentile | named |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (List<String> replicas : List.of(SAME, ANY_16_BIT)) {
            for (Signal signal : SIGNALS) {
                for (String variant : List.of("bf16", "int8", "int4", "small")) {
                    median(data, replicas, signal, variant, 1, 100);
                }
                int mixed = median(data, replicas, signal, "small", 0.2, 100);
                assertThat(mixed).isPositive();
            }
        }
        List<Integer> border = data.borderPrompts(40);
        for (String variant : List.of("fp32-again", "bf16", "int8", "int4", "small")) {
            double[] differ = data.distances(variant, Signal.BORDER);
            System.out.printf(
                    Locale.ROOT,
                    "border: %s differs on %.1f %% of 40 border prompts, %.1f %% of all; confirmation %s, on prompts held out %s%n",
                    variant,
                    100 * border.stream().mapToDouble(i -> differ[i]).average().orElseThrow(),
                    100 * Arrays.stream(differ).average().orElseThrow(),
                    SwapConfirmation.compare(DriftData.samples(variant), SEED),
                    SwapConfirmation.compare(DriftData.heldOutSamples(variant), SEED));
        }
        for (double share : new double[] {0.2, 0.3, 0.5}) {
            System.out.printf(
                    Locale.ROOT,
                    "confirmation at 1 %%: another model for %.0f %% of calls in %.0f %% of 40 runs%n",
                    100 * share,
                    100 * confirmed(share, 40));
        }
    }
}
