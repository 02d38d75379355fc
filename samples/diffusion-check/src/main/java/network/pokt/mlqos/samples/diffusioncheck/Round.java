package network.pokt.mlqos.samples.diffusioncheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.api.ImageClient;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.signal.ImageAudit;
import network.pokt.mlqos.diffusion.signal.NodeAudit;
import network.pokt.mlqos.diffusion.signal.ProbePlan;
import network.pokt.mlqos.diffusion.task.PromptSet;
import network.pokt.mlqos.node.Node;

/** Probes all nodes once, with prompts and seeds of their own, and audits them. */
record Round(PromptSet prompts, long seed) {

    private static final int SIDE = 64;

    ProbePlan plan() {
        SplittableRandom random = new SplittableRandom(seed);
        int count = prompts.prompts().size();
        int first = random.nextInt(count);
        int second = (first + 1 + random.nextInt(count - 1)) % count;
        ImageRequest base = ImageRequest.builder(prompts.prompts().get(first).text())
                .size(SIDE, SIDE)
                .steps(20)
                .seed(random.nextInt(1 << 30))
                .build();
        return new ProbePlan(base, prompts.prompts().get(second).text(), (1L << 30) + random.nextInt(1 << 30), 10, 40);
    }

    /** Asks one node after the other: they share one simulated time. */
    Map<String, NodeAudit> run(ImageClient client, List<Node> nodes) throws InterruptedException {
        List<ImageRequest> requests = plan().requests();
        Map<String, List<Drawing>> drawings = new LinkedHashMap<>();
        for (Node node : nodes) {
            List<Drawing> own = new ArrayList<>();
            for (ImageRequest request : requests) {
                own.add(client.draw(node, request));
            }
            drawings.put(node.id().supplier(), own);
        }
        return ImageAudit.of(drawings);
    }
}
