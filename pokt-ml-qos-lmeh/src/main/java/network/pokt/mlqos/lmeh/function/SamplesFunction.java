package network.pokt.mlqos.lmeh.function;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;

/** {@code fewshot_config.samples}: the examples of a task. */
@FunctionalInterface
public non-sealed interface SamplesFunction extends NativeFunction {

    List<Doc> get();
}
