package network.pokt.mlqos.lmeh.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.DatasetException;
import network.pokt.mlqos.lmeh.data.Doc;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about one of its instructions.
 *
 * <p>The reference draws at random what is missing or zero, which no document of the dataset needs; here it is refused.
 */
record InstructionArguments(String instruction, Map<?, ?> values, Doc doc) {

    int count(String name) {
        if (values.get(name) instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw missing(name, "a number from 1");
    }

    String text(String name) {
        if (values.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw missing(name, "a text");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            for (Object element : list) {
                texts.add(String.valueOf(element));
            }
        }
        if (texts.isEmpty()) {
            throw missing(name, "a list of texts");
        }
        return texts;
    }

    Relation relation(String name) {
        @Nullable Object value = values.get(name);
        if ("less than".equals(value)) {
            return Relation.LESS_THAN;
        } else if ("at least".equals(value)) {
            return Relation.AT_LEAST;
        }
        throw missing(name, "'less than' or 'at least'");
    }

    DatasetException missing(String name, String wanted) {
        return doc.unfit("the instruction " + instruction + " lacks " + wanted + " as " + name);
    }
}
