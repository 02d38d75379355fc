package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.template.Expression.ArgumentList;
import network.pokt.mlqos.template.TemplateException.Kind;

/** Finds what cannot succeed while a template is compiled: calls of what does not exist, or with other arguments. */
final class NameCheck {

    private record NamedCall(String name, Token place) {}

    /** What Jinja gives to macros and this engine does not. */
    private static final Set<String> MACRO_SPECIALS = Set.of("varargs", "kwargs", "caller");

    private final Dialect dialect;
    private final Source source;
    private final Set<String> assigned = new HashSet<>();
    private final List<NamedCall> calls = new ArrayList<>();
    private int macros;

    NameCheck(Dialect dialect, Source source) {
        this.dialect = dialect;
        this.source = source;
    }

    /** Takes note of a name that the template gives a value somewhere, so that it may be a macro. */
    void assigned(String name) {
        assigned.add(name);
    }

    void enterMacro() {
        macros++;
    }

    void leaveMacro() {
        macros--;
    }

    /** Checks a name that is read. */
    void read(Token name) {
        if (macros > 0 && MACRO_SPECIALS.contains(name.text()) && !assigned.contains(name.text())) {
            throw error("'" + name.text() + "' in macros is not supported; name the parameters.", name);
        }
    }

    /** Checks a filter or test, of which the value before it is the first argument. */
    void applied(Builtin builtin, ArgumentList arguments, Token place) {
        checkArguments(builtin, 1, arguments, place);
        int index = switch (builtin.name()) {
            case "map", "select", "reject" -> 0;
            case "selectattr", "rejectattr" -> 1;
            default -> Integer.MAX_VALUE;
        };
        if (index < arguments.positional().size()
                && arguments.positional().get(index) instanceof Expression.Constant constant
                && constant.value() instanceof String name) {
            Builtins table = builtin.name().equals("map") ? dialect.filters() : Tests.TABLE;
            if (table.find(name) == null) {
                throw error("There is no '" + name + "' for '" + builtin.name() + "'; use one that there is.", place);
            }
        }
    }

    /** Checks a call of a value. */
    void called(Expression callee, ArgumentList arguments, Token place) {
        if (callee instanceof Expression.Name function) {
            calls.add(new NamedCall(function.name(), place));
            Builtin builtin = assigned.contains(function.name())
                    ? null
                    : dialect.functions().find(function.name());
            if (builtin != null) {
                checkArguments(builtin, 0, arguments, place);
            }
        } else if (callee instanceof Expression.Attribute method) {
            // In the sandbox of chat templates it is an error of the call that a method changes a value.
            boolean refused = Methods.changes(method.name()) && dialect != Dialect.CHAT;
            if (refused || Methods.isUnsupported(method.name())) {
                throw error("The method '" + method.name() + "' is not supported; use a filter or another one.", place);
            }
        }
    }

    /** Checks the calls by name, when the whole template is read. */
    void finish() {
        for (NamedCall call : calls) {
            if (!assigned.contains(call.name) && dialect.functions().find(call.name) == null) {
                throw error("There is no function or macro '" + call.name + "'; define it.", call.place);
            }
        }
    }

    private void checkArguments(Builtin builtin, int before, ArgumentList arguments, Token place) {
        try {
            int positional = before + arguments.positional().size();
            builtin.parameters()
                    .check(builtin.name(), positional, arguments.named().keySet());
        } catch (TemplateException e) {
            throw source.located(e, place.offset());
        }
    }

    private TemplateException error(String reason, Token place) {
        return source.error(Kind.UNSUPPORTED, reason, place.offset());
    }
}
