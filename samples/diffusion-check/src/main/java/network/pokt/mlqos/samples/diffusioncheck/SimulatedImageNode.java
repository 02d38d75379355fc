package network.pokt.mlqos.samples.diffusioncheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import network.pokt.mlqos.diffusion.image.PngEncoder;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A server that speaks vLLM-Omni's interface for images on a free loopback port and holds no model: it draws as its behaviour says
 * and lets simulated time pass as its pace says.
 */
final class SimulatedImageNode implements AutoCloseable {

    private static final double SLOWNESS = 6;
    private static final int MOST_STEPS_OF_A_CUTTER = 6;

    private final Behaviour behaviour;
    private final HttpServer server;
    private final Node node;
    private final SimulatedTime time;
    private final Pace pace;
    private final ObjectMapper mapper = new ObjectMapper();

    private SimulatedImageNode(String name, Behaviour behaviour, SimulatedTime time, HttpServer server) {
        this.behaviour = behaviour;
        this.server = server;
        this.time = time;
        this.pace = new Pace(name.hashCode(), behaviour == Behaviour.SLOW ? SLOWNESS : 1);
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        this.node = Node.builder(new NodeId(name, NodeId.EXTERNAL), endpoint)
                .model("simulated-diffusion")
                .build();
    }

    static SimulatedImageNode start(String name, Behaviour behaviour, SimulatedTime time) throws IOException {
        // Without it the JDK's server before version 18 answers 40 ms late.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        SimulatedImageNode simulated = new SimulatedImageNode(name, behaviour, time, server);
        server.createContext("/v1/images/generations", simulated::answer);
        server.start();
        return simulated;
    }

    Node node() {
        return node;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = mapper.readTree(exchange.getRequestBody().readAllBytes());
            int steps = asked.get("num_inference_steps").asInt();
            int drawn = behaviour == Behaviour.CUTS_STEPS ? Math.min(steps, MOST_STEPS_OF_A_CUTTER) : steps;
            RgbImage image = draw(asked, drawn);
            time.pass(pace.next(drawn));
            String file = Base64.getEncoder().encodeToString(PngEncoder.encode(image));
            byte[] body =
                    ("{\"created\":0,\"data\":[{\"b64_json\":\"" + file + "\"}]}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private RgbImage draw(JsonNode asked, int steps) {
        String[] size = asked.get("size").asString().toLowerCase(Locale.ROOT).split("x", 2);
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        String prompt = asked.get("prompt").asString();
        long seed = asked.get("seed").asLong();
        return switch (behaviour) {
            case BLACK -> RgbImage.draw(width, height, (x, y) -> 0);
            case REPLAYS_ONE_PICTURE -> Painter.paint("kept", 0, 20, width, height);
            case IGNORES_THE_PROMPT -> Painter.paint("", seed, steps, width, height);
            case WRONG_SIZE -> Painter.paint(prompt, seed, steps, width / 2, height / 2);
            default -> Painter.paint(prompt, seed, steps, width, height);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
