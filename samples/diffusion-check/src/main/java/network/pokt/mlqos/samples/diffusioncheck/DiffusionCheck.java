package network.pokt.mlqos.samples.diffusioncheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.diffusion.api.ImageClient;
import network.pokt.mlqos.diffusion.api.ImageCodec;
import network.pokt.mlqos.diffusion.signal.NodeAudit;
import network.pokt.mlqos.diffusion.task.ImagePrompt;
import network.pokt.mlqos.diffusion.task.PromptSet;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Starts seven simulated image nodes, one honest and six at fault, audits them in several rounds and prints how often each was
 * taken for what: {@code java -jar diffusion-check.jar [ROUNDS] [SHEET.html] [PartiPrompts.tsv]}.
 */
public final class DiffusionCheck {

    private static final PromptSet FEW_PROMPTS = new PromptSet(
            "few",
            List.of(
                    new ImagePrompt("a red bicycle leaning against a wall", ""),
                    new ImagePrompt("two owls on a branch at night", ""),
                    new ImagePrompt("a bowl of soup seen from above", ""),
                    new ImagePrompt("a lighthouse in a storm", "")));

    private DiffusionCheck() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        PromptSet prompts = args.length > 2 ? PromptSet.partiPrompts(Path.of(args[2])) : FEW_PROMPTS;
        Path sheet = args.length > 1 ? Path.of(args[1]) : null;
        System.exit(run(System.out, rounds, prompts, sheet).wrong() == 0 ? 0 : 1);
    }

    /** Runs so many rounds, each with a seed of its own, and writes the contact sheet of the last one if a file is given. */
    static Confusion run(PrintStream out, int rounds, PromptSet prompts, @Nullable Path sheet)
            throws IOException, InterruptedException {
        out.println("Seven SIMULATED image nodes on loopback: real HTTP and real PNG, made-up pictures and time.");
        Map<String, Behaviour> truth = new LinkedHashMap<>();
        List<SimulatedImageNode> simulated = new ArrayList<>();
        Confusion confusion = new Confusion();
        SimulatedTime time = new SimulatedTime();
        try (RelayTransport transport =
                OpenAiHttpTransport.builder().timeSource(time).build()) {
            for (Behaviour behaviour : Behaviour.values()) {
                if (behaviour != Behaviour.UNDECIDED) {
                    String name = "node-" + (simulated.size() + 1);
                    truth.put(name, behaviour);
                    simulated.add(SimulatedImageNode.start(name, behaviour, time));
                }
            }
            List<Node> nodes = simulated.stream().map(SimulatedImageNode::node).toList();
            ImageClient client = ImageClient.of(transport, ImageCodec.vllmOmni());
            for (int seed = 0; seed < rounds; seed++) {
                Round round = new Round(prompts, seed);
                Map<String, NodeAudit> audits = round.run(client, nodes);
                audits.forEach((node, audit) ->
                        confusion.add(truth.getOrDefault(node, Behaviour.UNDECIDED), Behaviour.of(audit.findings())));
                if (sheet != null && seed == rounds - 1) {
                    Files.writeString(sheet, ContactSheet.html(round.plan(), audits));
                    out.println("The pictures of the last round and what was found are in " + sheet + ".");
                }
            }
        } finally {
            simulated.forEach(SimulatedImageNode::close);
        }
        out.print(confusion);
        out.println(confusion.wrong() + " of " + rounds * truth.size() + " verdicts wrong in " + rounds + " rounds.");
        return confusion;
    }
}
