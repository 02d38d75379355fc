/**
 * The protobuf messages of Shannon, as records that read and write the wire format themselves: relays and their payloads,
 * and the part of the chain's queries that a client needs.
 *
 * <p>{@code pocket.proto}, beside this package in the jar, is the schema; a test holds the records to it with protobuf's own
 * encoder. Bytes are canonical: fields ascend, zero values are left out, maps are sorted. Unknown fields are skipped, so a
 * hash covers exactly what a record holds. Everything here is immutable and knows neither keys nor sockets.
 */
@NullMarked
package network.pokt.mlqos.relay.shannon.message;

import org.jspecify.annotations.NullMarked;
