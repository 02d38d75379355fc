package network.pokt.mlqos.samples.diffusioncheck;

import java.util.Map;
import network.pokt.mlqos.diffusion.signal.Finding;

/** How a simulated node behaves, and what an audit that is right finds. */
enum Behaviour {
    HONEST,
    REPLAYS_ONE_PICTURE,
    IGNORES_THE_PROMPT,
    WRONG_SIZE,
    SLOW,
    CUTS_STEPS,
    BLACK,
    /** What an audit may come to and no node is. */
    UNDECIDED;

    /** Returns what the findings of an audit amount to, the gravest first. */
    static Behaviour of(Map<Finding, String> findings) {
        if (findings.isEmpty()) {
            return HONEST;
        } else if (findings.containsKey(Finding.DEGENERATE)) {
            return BLACK;
        } else if (findings.containsKey(Finding.REPLAYS)) {
            return REPLAYS_ONE_PICTURE;
        } else if (findings.containsKey(Finding.IGNORES_PROMPT)) {
            return IGNORES_THE_PROMPT;
        } else if (findings.containsKey(Finding.NOT_AS_ASKED)) {
            return WRONG_SIZE;
        } else if (findings.containsKey(Finding.IGNORES_STEPS)) {
            return CUTS_STEPS;
        } else if (findings.containsKey(Finding.SLOW)) {
            return SLOW;
        }
        return UNDECIDED;
    }
}
