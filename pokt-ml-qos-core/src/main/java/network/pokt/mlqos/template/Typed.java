package network.pokt.mlqos.template;

/** A value that no Java type of the context stands for: it says itself what Python calls its type. */
interface Typed {

    /** Returns {@code type(value).__name__}. */
    String typeName();
}
