package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;

/**
 * A text that is longer than a model's context is asked about in windows, in which each token counts once and has as
 * much before it as fits: {@code get_rolling_token_windows} and {@code make_disjoint_window} of lm-evaluation-harness
 * 0.4.13.
 */
final class RollingWindows {

    private RollingWindows() {}

    /**
     * Returns the windows over {@code ids}.
     *
     * @param prefix the token before the first one
     * @param maxLength the most ids of a window, at least 2
     */
    static List<Ask> of(int[] ids, int prefix, int maxLength) {
        int step = maxLength - 1;
        List<Ask> windows = new ArrayList<>();
        int[] all = new int[ids.length + 1];
        all[0] = prefix;
        System.arraycopy(ids, 0, all, 1, ids.length);
        int end = Math.min(step, ids.length);
        windows.add(window(all, 0, 1, end + 1));
        while (end < ids.length) {
            int from = end;
            end = Math.min(end + step, ids.length);
            windows.add(window(all, end - step, from + 1, end + 1));
        }
        return windows;
    }

    private static Ask window(int[] all, int from, int continuation, int to) {
        return new Ask.TokenLoglikelihood(Arrays.stream(all, from, to).boxed().toList(), continuation - from);
    }

    /** Returns the reply for the whole text. */
    static Reply sum(List<Reply> windows) {
        double logprob = 0;
        boolean greedy = true;
        for (Reply window : windows) {
            Reply.Likelihood likelihood = (Reply.Likelihood) window;
            logprob += likelihood.logprob();
            greedy &= likelihood.greedy();
        }
        return new Reply.Likelihood(logprob, greedy);
    }
}
