package network.pokt.mlqos.samples.leaderboardsite.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNode.Behaviour;

/** Makes up a fleet: models of three sizes, each with its speed and price, and some nodes that change half way. */
public final class SimulatedNodes {

    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int ADDRESS_LETTERS = 38;

    /** Three models: how able they are, how long a token takes, and what a million tokens cost. */
    private record Model(String name, double ability, int tokenMillis, double price) {}

    private static final List<Model> MODELS = List.of(
            new Model("sim-large-70b", 3.2, 28, 0.60),
            new Model("sim-medium-8b", 1.9, 11, 0.15),
            new Model("sim-small-1b", 0.4, 4, 0.04));

    private SimulatedNodes() {}

    /** Returns so many nodes; equal seeds give equal fleets, and a larger one begins with the smaller. */
    public static List<SimulatedNode> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(i -> node(i, random.split())).toList();
    }

    private static SimulatedNode node(int index, SplittableRandom random) {
        Model model = MODELS.get(index % MODELS.size());
        String supplier = address(random);
        Node node = Node.builder(
                        new NodeId(supplier, SimulatedNode.SERVICE), URI.create("http://" + supplier + ".invalid"))
                .model(model.name())
                .operator("operator " + (char) ('A' + random.nextInt(6)))
                .build();
        BigDecimal price =
                BigDecimal.valueOf(model.price() * random.nextDouble(0.7, 1.5)).setScale(3, RoundingMode.HALF_EVEN);
        Rate rate = new Rate("USD", BigDecimal.ZERO, price, price.multiply(BigDecimal.valueOf(3)));
        Behaviour honest = new Behaviour(
                model.ability() + random.nextDouble(-0.5, 0.5),
                Duration.ofMillis(random.nextInt(60, 400)),
                Duration.ofNanos((long) (model.tokenMillis() * 1e6 * random.nextDouble(0.7, 1.6))),
                random.nextDouble(0, 0.02));
        return new SimulatedNode(node, rate, honest, later(index, honest));
    }

    /** One node of ten or so swaps its model, one slows down, one fails more often. */
    private static Behaviour later(int index, Behaviour honest) {
        return switch (index % 12) {
            case 3 -> honest.able(-1);
            case 7 -> honest.slower(2);
            case 10 -> honest.failing(0.2);
            default -> honest;
        };
    }

    private static String address(SplittableRandom random) {
        StringBuilder address = new StringBuilder("pokt1");
        random.ints(ADDRESS_LETTERS, 0, BECH32.length()).forEach(letter -> address.append(BECH32.charAt(letter)));
        return address.toString();
    }
}
