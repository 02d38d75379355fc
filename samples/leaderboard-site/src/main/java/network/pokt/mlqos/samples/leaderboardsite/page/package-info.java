/**
 * The public pages: templates from resources, charts as SVG, and nothing that needs a script to be read. Text becomes HTML in one place,
 * {@link network.pokt.mlqos.samples.leaderboardsite.page.Html}, which escapes it.
 */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.page;

import org.jspecify.annotations.NullMarked;
