package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.form.Judgement;
import network.pokt.mlqos.lmeh.form.TaskForm;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Score;
import org.jspecify.annotations.Nullable;

/**
 * One document of an {@link LmehTask} with its requests. Immutable.
 *
 * @param index the document's place in its split
 * @param doc the document
 * @param asks the requests
 * @param form judges the answers
 */
record LmehSample(int index, Doc doc, List<Ask> asks, TaskForm form) implements Sample {

    LmehSample {
        asks = List.copyOf(asks);
    }

    /** Returns what each filter pipeline makes of the answers. */
    List<Judgement> judge(List<Reply> replies) {
        return form.judge(doc, replies);
    }

    @Override
    public Score score(List<Reply> replies) {
        List<@Nullable Object> items = new ArrayList<>();
        judge(replies).forEach(judgement -> items.addAll(judgement.items().values()));
        return Score.ofItems(items);
    }
}
