/**
 * The front door of the SDK: one builder and static factories that join the rooms behind it, and the root of
 * its errors. Nothing that measures, prices or chooses lives here.
 */
@NullMarked
package network.pokt.mlqos;

import org.jspecify.annotations.NullMarked;
