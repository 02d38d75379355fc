package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import network.pokt.mlqos.node.NodeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulated nodes with known backends: 40 backends with five nodes each, of whose answers 0 to 8 % are flipped. */
class BackendGroupingTest {

    private static final long SEED = 20260405;

    private static final int BACKENDS = 40;

    private static final int NODES = 200;

    /** Backends of one family agree on this share of prompts, as fp32 and int4 do in docs/signatures.md. */
    private static final double ALIKE = 0.475;

    private static int backendOf(NodeId node) {
        return Integer.parseInt(node.supplier().substring(4)) % BACKENDS;
    }

    /** Answers to so many prompts; in families of four backends each answer is the family's own or the backend's. */
    private static List<IdentityAnswers> fleet(int prompts, boolean families, SplittableRandom random) {
        List<IdentityAnswers> fleet = new ArrayList<>();
        double familys = Math.sqrt(ALIKE);
        String[][] backends = new String[BACKENDS][prompts];
        for (int backend = 0; backend < BACKENDS; backend++) {
            for (int prompt = 0; prompt < prompts; prompt++) {
                boolean family = families && random.nextDouble() < familys;
                backends[backend][prompt] = family ? "family " + backend / 4 : "backend " + backend;
            }
        }
        for (int node = 0; node < NODES; node++) {
            double flips = 0.08 * random.nextDouble();
            Map<String, String> answers = new HashMap<>();
            for (int prompt = 0; prompt < prompts; prompt++) {
                boolean flipped = random.nextDouble() < flips;
                answers.put("prompt " + prompt, flipped ? "flip " + node : backends[node % BACKENDS][prompt]);
            }
            fleet.add(new IdentityAnswers(new NodeId(String.format(Locale.ROOT, "node%03d", node), "s"), answers));
        }
        Collections.shuffle(fleet, new Random(random.nextLong()));
        return fleet;
    }

    /** The rule of the reference system: each node in turn takes all later ones of which more than 75 % agree. */
    private static List<List<NodeId>> greedyStars(List<IdentityAnswers> nodes) {
        Map<Integer, Integer> leaders = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (leaders.containsKey(i)) {
                continue;
            }
            for (int j = i + 1; j < nodes.size(); j++) {
                Set<String> others = new HashSet<>(hashes(nodes.get(j)));
                List<String> own = hashes(nodes.get(i));
                if (own.stream().filter(others::contains).count() > 0.75 * own.size()) {
                    leaders.put(j, i);
                }
            }
        }
        Map<Integer, List<NodeId>> groups = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            groups.computeIfAbsent(leaders.getOrDefault(i, i), leader -> new ArrayList<>())
                    .add(nodes.get(i).node());
        }
        return List.copyOf(groups.values());
    }

    /** Texts of real answers tell of their prompt, as these do with it. */
    private static List<String> hashes(IdentityAnswers node) {
        return node.answers().entrySet().stream()
                .map(e -> e.getKey() + e.getValue())
                .toList();
    }

    /** Pairs of different backends in one group, and pairs of one backend in different groups. */
    private static int[] errors(List<List<NodeId>> groups) {
        int merged = 0;
        int together = 0;
        for (List<NodeId> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean same = backendOf(group.get(i)) == backendOf(group.get(j));
                    merged += same ? 0 : 1;
                    together += same ? 1 : 0;
                }
            }
        }
        int perBackend = NODES / BACKENDS;
        return new int[] {merged, BACKENDS * perBackend * (perBackend - 1) / 2 - together};
    }

    private static List<List<NodeId>> grouped(List<IdentityAnswers> fleet) {
        return new BackendGrouping(0.55, 0.01)
                .group(fleet).stream().map(BackendGroup::members).toList();
    }

    @Test
    void two_hundred_nodes_are_grouped_by_their_forty_backends() {
        List<IdentityAnswers> fleet = fleet(100, true, new SplittableRandom(SEED));
        assertThat(errors(grouped(fleet))).as("seed %d", SEED).containsExactly(0, 0);
    }

    @Test
    void the_order_of_the_nodes_does_not_matter() {
        List<IdentityAnswers> fleet = new ArrayList<>(fleet(40, true, new SplittableRandom(SEED + 1)));
        List<List<NodeId>> groups = grouped(fleet);
        Collections.reverse(fleet);
        assertThat(grouped(fleet)).isEqualTo(groups);
    }

    @Test
    void nodes_without_common_prompts_stay_apart() {
        IdentityAnswers one = new IdentityAnswers(new NodeId("a", "s"), Map.of("p", "x"));
        IdentityAnswers other = new IdentityAnswers(new NodeId("b", "s"), Map.of("q", "x"));
        assertThat(new BackendGrouping(0.5, 0.01).group(List.of(one, other))).hasSize(2);
    }

    @Test
    void members_take_turns_as_representatives_and_others_are_checked() {
        List<NodeId> members = List.of(new NodeId("a", "s"), new NodeId("b", "s"), new NodeId("c", "s"));
        BackendGroup group = new BackendGroup(members);
        Set<NodeId> turns = new HashSet<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            NodeId representative = group.representative(epoch, SEED);
            turns.add(representative);
            assertThat(group.spotChecks(epoch, SEED, 0.5)).hasSize(1).doesNotContain(representative);
        }
        assertThat(turns).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    @Tag("long")
    @SuppressWarnings("SystemOut")
    void beside_the_greedy_rule_of_the_reference_system() {
        System.out.println(
                "| backends | prompts | rule | fleets with a false merge | false pairs | split pairs of 400 |");
        System.out.println("|---|---|---|---|---|---|");
        for (boolean families : new boolean[] {false, true}) {
            for (int prompts : new int[] {5, 20, 40, 60, 100}) {
                int fleets = 50;
                double[] greedy = new double[3];
                double[] ours = new double[3];
                SplittableRandom random = new SplittableRandom(SEED + prompts);
                for (int i = 0; i < fleets; i++) {
                    List<IdentityAnswers> fleet = fleet(prompts, families, random);
                    add(greedy, errors(greedyStars(fleet)), fleets);
                    add(ours, errors(grouped(fleet)), fleets);
                }
                print(families, prompts, "greedy", greedy);
                print(families, prompts, "linked", ours);
                assertThat(ours[0]).as("seed %d", SEED + prompts).isLessThan(0.1);
            }
        }
    }

    private static void add(double[] sums, int[] errors, int fleets) {
        sums[0] += (errors[0] > 0 ? 1.0 : 0.0) / fleets;
        sums[1] += (double) errors[0] / fleets;
        sums[2] += (double) errors[1] / fleets;
    }

    @SuppressWarnings("SystemOut")
    private static void print(boolean families, int prompts, String rule, double[] mean) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.0f %% | %.1f | %.1f |%n",
                families ? "in families" : "unlike",
                prompts,
                rule,
                100 * mean[0],
                mean[1],
                mean[2]);
    }
}
