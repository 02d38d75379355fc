package network.pokt.mlqos.route;

/** Shows an answer while it arrives. Called one call after the other, on threads of the transport; it has to be quick. */
@FunctionalInterface
public interface ContentListener {

    /** Shows nothing. */
    ContentListener NONE = text -> {};

    /** More of the first choice's text is there. */
    void onText(String text);

    /** The answer begins anew: what was shown is void. Only under {@link CutPolicy#RESTART}. */
    default void onRestart() {}
}
