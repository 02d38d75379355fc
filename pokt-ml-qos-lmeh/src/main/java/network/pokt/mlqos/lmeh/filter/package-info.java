/**
 * Filters: what is taken from a response before it is judged, and the named pipelines that they form.
 */
@NullMarked
package network.pokt.mlqos.lmeh.filter;

import org.jspecify.annotations.NullMarked;
