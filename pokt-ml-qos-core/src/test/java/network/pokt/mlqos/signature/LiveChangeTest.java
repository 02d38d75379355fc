package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.LiveServer;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.stats.Discrepancy;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A real model behind a real server that cheats: swaps its model, serves int4, pads its bills, or answers only some calls
 * with a smaller model. fp32 is trusted; another fp32, bf16 and int8 are accepted and calibrate the watch.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveChangeTest {

    private static final long SEED = 20260411;

    /** Looks at each replica. */
    private static final int CALIBRATION = 100;

    /** Looks at honest nodes, which must not alarm. */
    private static final int HONEST = 50;

    /** Honest looks before a swap. */
    private static final int BEFORE_SWAP = 30;

    /** How a watch that began at {@code start} ended: after so many looks, with this alarm; or without one. */
    private record Watched(Instant start, int looks, Optional<Alarm> alarm) {}

    /** Chooses who answers a look. */
    private interface Answering {
        Node at(int look);
    }

    private final List<LiveServer> replicas = new ArrayList<>();
    private LiveServer trusted;
    private LiveLooks looks;
    private List<String> prompts;
    private Calibration calibration;

    @BeforeAll
    void calibrate() throws Exception {
        SharedData.path("tools/node/serve.py");
        prompts = LiveLooks.prompts();
        trusted = LiveServer.start();
        looks = new LiveLooks(trusted);
        Calibration.Builder builder = Calibration.builder();
        for (String precision : List.of("fp32", "bf16", "int8")) {
            LiveServer replica = LiveServer.start("--precision", precision);
            replicas.add(replica);
            Map<Signal, List<Double>> distances = new EnumMap<>(Signal.class);
            for (String prompt : prompts.subList(0, CALIBRATION)) {
                looks.look(LiveLooks.node(replica), prompt)
                        .forEach((signal, distance) -> distances
                                .computeIfAbsent(signal, s -> new ArrayList<>())
                                .add(distance));
            }
            distances.forEach((signal, all) -> builder.replica(
                    signal, all.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        calibration = builder.build();
    }

    @AfterAll
    void stop() {
        replicas.forEach(LiveServer::close);
        if (looks != null) {
            looks.close();
        }
        if (trusted != null) {
            trusted.close();
        }
    }

    /** Looks hourly, on virtual time, each time with a prompt that nobody has seen before. */
    private Watched watch(String name, Answering node, int most) throws InterruptedException {
        VirtualTime time = new VirtualTime();
        Instant start = time.now();
        NodeWatch watch = NodeWatch.of(calibration, time.now());
        for (int look = 1; look <= most; look++) {
            time.advance(Duration.ofHours(1));
            String prompt = prompts.get(CALIBRATION + look);
            looks.look(node.at(look), prompt)
                    .forEach((signal, distance) -> watch.observe(signal, distance, time.now()));
            if (watch.alarm().isPresent()) {
                System.out.println(name + ": alarm after " + look + " looks, "
                        + watch.alarm().get());
                return new Watched(start, look, watch.alarm());
            }
        }
        System.out.println(name + ": no alarm in " + most + " looks");
        return new Watched(start, most, Optional.empty());
    }

    private Watched watch(String name, int most, String... flags) throws Exception {
        try (LiveServer server = LiveServer.start(flags)) {
            Node node = LiveLooks.node(server);
            return watch(name, look -> node, most);
        }
    }

    @Test
    void honest_nodes_of_accepted_precisions_are_left_alone() throws Exception {
        assertThat(watch("honest fp32", HONEST).alarm()).isEmpty();
        assertThat(watch("honest bf16", HONEST, "--precision", "bf16").alarm()).isEmpty();
    }

    @Test
    void a_swapped_model_is_found_and_named_and_its_hour_is_known() throws Exception {
        Watched swapped =
                watch("swap to another model", 100, "--swap-after", BEFORE_SWAP * LiveLooks.RELAYS + ":small");

        Alarm alarm = swapped.alarm().orElseThrow();
        assertThat(swapped.looks()).isBetween(BEFORE_SWAP + 1, BEFORE_SWAP + 20);
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.MODEL);
        assertThat(Duration.between(swapped.start(), alarm.since()).toHours())
                .isBetween(BEFORE_SWAP - 2L, BEFORE_SWAP + 4L);
    }

    @Test
    void int4_is_told_from_what_is_accepted() throws Exception {
        Watched coarse = watch("int4", 100, "--precision", "int4");

        assertThat(coarse.looks()).isLessThanOrEqualTo(20);
        assertThat(coarse.alarm().orElseThrow().kind()).isEqualTo(Alarm.Kind.QUANTIZATION);
    }

    @Test
    void a_padded_bill_is_found() throws Exception {
        Watched padding = watch("bills a tenth more", 100, "--bill-factor", "1.1");

        assertThat(padding.looks()).isLessThanOrEqualTo(20);
        assertThat(padding.alarm().orElseThrow().kind()).isEqualTo(Alarm.Kind.BILLING);
    }

    @Test
    void another_model_for_one_call_in_five_is_found() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        try (LiveServer small = LiveServer.start("--model", "small")) {
            Node honest = LiveLooks.node(replicas.get(0));
            Node other = LiveLooks.node(small);
            Watched mixed = watch("another model for a fifth", look -> random.nextDouble() < 0.2 ? other : honest, 150);

            assertThat(mixed.alarm().orElseThrow().kind()).isEqualTo(Alarm.Kind.MODEL);
        }
    }

    @Test
    void ten_prompts_of_six_samples_confirm_another_model_and_no_honest_precision() throws Exception {
        try (LiveServer small = LiveServer.start("--model", "small")) {
            Discrepancy.Result honest = confirm("bf16", LiveLooks.node(replicas.get(1)));
            Discrepancy.Result other = confirm("another model", LiveLooks.node(small));

            assertThat(other.pValue()).isLessThanOrEqualTo(0.001);
            assertThat(honest.pValue()).isGreaterThan(0.01);
        }
    }

    private Discrepancy.Result confirm(String name, Node node) throws InterruptedException {
        List<Discrepancy.Stratum<Double>> answers = new ArrayList<>();
        for (int prompt = 0; prompt < 10; prompt++) {
            String text = prompts.get(prompts.size() - 1 - prompt);
            answers.add(new Discrepancy.Stratum<>(
                    looks.drawn(LiveLooks.node(trusted), text, 6, SEED), looks.drawn(node, text, 6, SEED + 1_000)));
        }
        Discrepancy.Result result = SwapConfirmation.compareScored(answers, SEED);
        System.out.println("confirmation of " + name + ": " + result);
        return result;
    }
}
