package network.pokt.mlqos.template;

import network.pokt.mlqos.template.TemplateException.Kind;

/**
 * What a lookup yields that finds nothing.
 *
 * <p>A lenient one prints as nothing, has no elements and is false; any other use fails. A strict one fails when it is used for
 * anything but asking whether it is defined.
 *
 * @param strict whether it is a strict one
 * @param kind the kind of the failure: {@link Kind#UNDEFINED}, or {@link Kind#FORBIDDEN} for what exists but may not be had
 * @param reason the message of the failure
 */
record Undefined(boolean strict, Kind kind, String reason) implements Typed {

    TemplateException error() {
        return new TemplateException(kind, reason);
    }

    /** Fails if this is strict. */
    void use() {
        if (strict) {
            throw error();
        }
    }

    @Override
    public String typeName() {
        return strict ? "StrictUndefined" : "Undefined";
    }
}
