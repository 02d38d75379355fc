/**
 * What a call should cost: the tables and charts of docs/pricing.md, made from real traces and a real price list.
 */
@NullMarked
package network.pokt.mlqos.samples.pricing;

import org.jspecify.annotations.NullMarked;
