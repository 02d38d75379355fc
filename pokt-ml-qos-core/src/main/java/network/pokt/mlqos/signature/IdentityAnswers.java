package network.pokt.mlqos.signature;

import java.util.Map;
import network.pokt.mlqos.node.NodeId;

/**
 * What one node answered to prompts that other nodes were asked too.
 *
 * @param node who answered
 * @param answers the greedy text by prompt, of one epoch or several; prompts without an answer are left out
 */
public record IdentityAnswers(NodeId node, Map<String, String> answers) {

    public IdentityAnswers {
        answers = Map.copyOf(answers);
    }

    /** Returns how many prompts both answered. */
    int sharedWith(IdentityAnswers other) {
        return (int)
                answers.keySet().stream().filter(other.answers::containsKey).count();
    }

    /** Returns to how many prompts both gave one text. */
    int equalWith(IdentityAnswers other) {
        return (int) answers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(other.answers.get(entry.getKey())))
                .count();
    }
}
