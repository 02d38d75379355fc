/** A small web server on that of the JDK: requests, answers, routes, a limit for each address, and headers that browsers obey. */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.web;

import org.jspecify.annotations.NullMarked;
