package network.pokt.mlqos.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one choice as they come: whole, or in pieces that an {@code index} holds together
 * (<a href="https://platform.openai.com/docs/api-reference/chat-streaming">OpenAI, chat completion chunks</a>).
 *
 * <p>Two habits of servers are understood too. Some leave the index out: a piece then goes on with the last call. Some give each
 * call of an answer the index 0: a piece that names a function under another id is another call, whatever its index.
 */
final class ToolCallDrafts {

    private static final int UNTOLD = -1;

    private final int limit;
    private final List<Call> calls = new ArrayList<>();

    ToolCallDrafts(int limit) {
        this.limit = limit;
    }

    /** Reads the array at the cursor, each element of which is a call or a piece of one. */
    void read(JsonCursor json) {
        if (json.isNull()) {
            return;
        }
        json.array("tool_calls");
        while (json.nextElement()) {
            add(call(json));
        }
    }

    private Call call(JsonCursor json) {
        Call call = new Call();
        json.object("tool_calls[]");
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "index" -> call.index = json.isNull() ? UNTOLD : (int) json.count("tool_calls[].index", limit - 1);
                case "id" -> call.id = json.isNull() ? null : json.string("tool_calls[].id");
                case "function" -> function(json, call);
                default -> json.skip();
            }
        }
        return call;
    }

    private static void function(JsonCursor json, Call call) {
        if (json.isNull()) {
            return;
        }
        json.object("tool_calls[].function");
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "name" -> call.name = json.stringOrNull("tool_calls[].function.name");
                case "arguments" -> call.arguments.append(json.stringOrNull("tool_calls[].function.arguments"));
                default -> json.skip();
            }
        }
    }

    /** Joins the pieces of a later event to these. */
    void append(ToolCallDrafts later) {
        for (Call piece : later.calls) {
            Call known = known(piece);
            if (known == null) {
                piece.index = piece.index == UNTOLD ? calls.size() : piece.index;
                add(piece);
            } else {
                known.append(piece);
            }
        }
    }

    private @Nullable Call known(Call piece) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            if (piece.index == UNTOLD || piece.index == call.index) {
                return piece.isOtherThan(call) ? null : call;
            }
        }
        return null;
    }

    private void add(Call call) {
        if (calls.size() == limit) {
            throw new BadAnswer(FaultCause.OVERSIZED, "A choice has more than " + limit + " tool calls.");
        }
        calls.add(call);
    }

    /** Returns whether there is anything that a user would see. */
    boolean haveContent() {
        return calls.stream().anyMatch(call -> !call.name.isEmpty() || !call.arguments.isEmpty());
    }

    /** Returns the calls by their index, those of a whole message that tells none as they came. */
    List<ChatMessage.ToolCall> joined() {
        return calls.stream()
                .sorted(Comparator.comparingInt(call -> call.index))
                .map(Call::joined)
                .toList();
    }

    private static final class Call {

        private final GrowingText arguments = new GrowingText();
        private int index = UNTOLD;
        private @Nullable String id;
        private String name = "";

        boolean isOtherThan(Call known) {
            return !name.isEmpty() && id != null && known.id != null && !id.equals(known.id);
        }

        /** Names come whole, and some servers repeat them with every piece. */
        void append(Call piece) {
            arguments.append(piece.arguments);
            id = id == null ? piece.id : id;
            name = name.isEmpty() ? piece.name : name;
        }

        ChatMessage.ToolCall joined() {
            if (name.isEmpty()) {
                throw BadAnswer.schema("A tool call lacks the name of its function.");
            }
            return new ChatMessage.ToolCall(id, name, arguments.toString());
        }
    }
}
