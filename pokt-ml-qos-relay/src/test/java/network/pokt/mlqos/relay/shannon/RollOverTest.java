package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.local.LocalMiner;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.local.MinerStyle;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions that end while relays are on their way. */
@Timeout(300)
class RollOverTest {

    private static final long SEED = 20_260_801;
    private static final int SESSIONS = 10;
    private static final int IN_FLIGHT = 200;
    private static final int BLOCKS_PER_SESSION = 4;

    /** How many relays a block lets through: a relay is in flight for ten blocks, which is more than two sessions. */
    private static final int PER_BLOCK = 20;

    private static final Duration POLL = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore mayAnswer = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private final Queue<RelayOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final List<SessionChange> changes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean sending = new AtomicBoolean(true);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Random random = new Random(SEED);

    private ScriptedServer backend() {
        byte[] answer = HttpMessages.answer(200, "application/json", new byte[] {'{', '}'});
        return ScriptedServer.start(connection -> {
            while (connection.request().isPresent()) {
                arrived.release();
                mayAnswer.acquireUninterruptibly();
                connection.send(answer);
            }
        });
    }

    private static LocalPocket network(ScriptedServer backend) throws Exception {
        LocalPocket.Builder builder = LocalPocket.builder()
                .service("llm", 100)
                .blocksPerSession(BLOCKS_PER_SESSION)
                .graceBlocks(1)
                .suppliersPerSession(4)
                .application("app", "llm")
                .application("other", "llm", "gateway");
        for (int i = 0; i < 8; i++) {
            builder.supplier("s" + i, "llm", backend.uri(), i % 2 == 0 ? MinerStyle.HA : MinerStyle.CLASSIC);
        }
        return builder.start();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void sendAnother(ShannonTransport transport) {
        List<Node> nodes = transport.directory().nodes();
        Node node;
        synchronized (random) {
            node = nodes.get(random.nextInt(nodes.size()));
        }
        inFlight.incrementAndGet();
        transport.sendAsync(node, Bench.ASK).whenComplete((outcome, thrown) -> {
            inFlight.decrementAndGet();
            outcomes.add(outcome);
            if (sending.get()) {
                sendAnother(transport);
            }
            ended.release();
        });
    }

    @Test
    void two_hundred_relays_in_flight_survive_ten_sessions_and_nobody_is_blamed() throws Exception {
        try (ScriptedServer backend = backend();
                LocalPocket pocket = network(backend);
                ShannonTransport transport = pocket.transport()
                        .timeSource(time)
                        .pollEvery(POLL)
                        .onRejection((node, rejection) -> rejections.add(rejection))
                        .build()) {
            transport.connect().join();
            transport.directory().onChange(changes::add);
            for (int i = 0; i < IN_FLIGHT; i++) {
                sendAnother(transport);
            }
            await(arrived, IN_FLIGHT);

            for (int block = 0; block < SESSIONS * BLOCKS_PER_SESSION; block++) {
                pocket.advance(1);
                // The poll by itself: relays go on while the next session is prepared, and then within its first block.
                time.advance(POLL);
                letThrough(PER_BLOCK);
                transport.refresh().join();
                assertThat(inFlight.get()).isEqualTo(IN_FLIGHT);
            }

            sending.set(false);
            mayAnswer.release(IN_FLIGHT);
            await(ended, IN_FLIGHT);
            assertThat(outcomes)
                    .as("seed %d", SEED)
                    .hasSize(IN_FLIGHT + SESSIONS * BLOCKS_PER_SESSION * PER_BLOCK)
                    .allMatch(RelayResponse.class::isInstance);
            assertThat(rejections).isEmpty();
            assertThat(changes).hasSize(2 * SESSIONS);
            assertThat(pocket.miners().stream().mapToLong(LocalMiner::relays).sum())
                    .isEqualTo(outcomes.size());
        } finally {
            mayAnswer.release(10_000);
        }
    }

    /** A block takes longer than a relay's way to its miner, as blocks of a minute do. */
    private void letThrough(int relays) throws InterruptedException {
        mayAnswer.release(relays);
        await(ended, relays);
        await(arrived, relays);
    }

    private static void await(Semaphore events, int count) throws InterruptedException {
        assertThat(events.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_directory_follows_and_tells_who_joined_and_who_left() throws Exception {
        try (ScriptedServer backend = Bench.json();
                LocalPocket pocket = network(backend);
                ShannonTransport transport = pocket.transport().timeSource(time).build()) {
            assertThat(transport.directory().nodes()).isEmpty();
            transport.directory().onChange(changes::add);
            transport.connect().join();
            assertThat(changes).hasSize(2).allMatch(change -> change.before().isEmpty());
            Set<Node> before = new HashSet<>(transport.directory().nodes());

            pocket.advance(BLOCKS_PER_SESSION);
            transport.refresh().join();

            Set<Node> now = new HashSet<>(transport.directory().nodes());
            assertThat(now).isNotEqualTo(before);
            SessionChange change = changes.get(2);
            assertThat(change.session().sessionStartBlockHeight()).isEqualTo(5);
            assertThat(change.before())
                    .map(header -> header.sessionEndBlockHeight())
                    .contains(4L);
            assertThat(change.joined()).hasSameSizeAs(change.left()).doesNotContainAnyElementsOf(change.left());
            assertThat(now).containsAll(change.joined());
        }
    }

    @Test
    void while_the_next_session_is_not_to_be_had_relays_go_on_in_the_old_one_and_wait_for_nothing() throws Exception {
        try (ScriptedServer backend = Bench.json();
                LocalPocket pocket = network(backend);
                ShannonTransport transport = pocket.transport()
                        .timeSource(time)
                        .onRejection((node, rejection) -> rejections.add(rejection))
                        .build()) {
            transport.connect().join();
            pocket.advance(BLOCKS_PER_SESSION);
            pocket.fullNode().broken(true);
            transport.refresh().handle((done, thrown) -> thrown).join();
            long asked = pocket.fullNode().requests();

            for (Node node : transport.directory().nodes()) {
                assertThat(transport.send(node, Bench.ASK)).isInstanceOf(RelayResponse.class);
            }

            assertThat(rejections).isEmpty();
            assertThat(pocket.fullNode().requests()).isEqualTo(asked);
        }
    }

    @Test
    void a_node_that_left_is_served_through_the_grace_period_and_not_after() throws Exception {
        try (ScriptedServer backend = Bench.json();
                LocalPocket pocket = network(backend);
                ShannonTransport transport = pocket.transport()
                        .timeSource(time)
                        .onRejection((node, rejection) -> rejections.add(rejection))
                        .build()) {
            transport.directory().onChange(changes::add);
            transport.connect().join();
            List<Node> first = transport.directory().nodes();
            pocket.advance(BLOCKS_PER_SESSION);
            transport.refresh().join();
            Node gone = first.stream()
                    .filter(node -> !transport.directory().nodes().contains(node))
                    .findFirst()
                    .orElseThrow();

            assertThat(transport.send(gone, Bench.ASK)).isInstanceOf(RelayResponse.class);
            pocket.advance(1);
            transport.refresh().join();
            assertThat(transport.send(gone, Bench.ASK)).isNotInstanceOf(RelayResponse.class);
            assertThat(rejections).containsExactly(Rejection.NOT_IN_SESSION);
        }
    }
}
