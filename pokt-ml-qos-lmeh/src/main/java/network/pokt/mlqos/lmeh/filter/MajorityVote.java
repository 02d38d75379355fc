package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/** Keeps what most responses say, of several the one that was said first: the filter {@code majority_vote}. */
record MajorityVote() implements ResponseFilter {

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        Map<@Nullable Object, Integer> votes = new LinkedHashMap<>();
        for (Object response : responses) {
            votes.merge(response, 1, Integer::sum);
        }
        Map.Entry<@Nullable Object, Integer> winner = null;
        for (Map.Entry<@Nullable Object, Integer> candidate : votes.entrySet()) {
            winner = winner == null || candidate.getValue() > winner.getValue() ? candidate : winner;
        }
        List<@Nullable Object> left = new ArrayList<>(1);
        left.add(winner == null ? null : winner.getKey());
        return left;
    }
}
