/** The status API for gateways and apps: JSON, described by openapi.json. */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.api;

import org.jspecify.annotations.NullMarked;
