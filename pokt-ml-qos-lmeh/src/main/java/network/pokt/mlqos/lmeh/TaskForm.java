package network.pokt.mlqos.lmeh;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Sample;

/**
 * What becomes of a prompt: the requests of a kind of task, and how their answers are judged (an {@code output_type}).
 */
interface TaskForm {

    /** Returns what is measured, the first being what is ranked by. */
    List<Measure> measures();

    /** Returns whether the requests can be put as a conversation. */
    boolean canChat();

    /** Returns the sample for one document. */
    Sample sample(int index, Doc doc, FewShotPrompt prompt, PromptStyle style);
}
