package network.pokt.mlqos.lmeh.data;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import network.pokt.mlqos.lmeh.data.HubAnswer.UntrustedAddressException;

/**
 * Where things are downloaded from.
 *
 * @param name what messages call it
 * @param takesTokens whether there are accounts, of which some may see more
 * @param rows the service that pages through rows
 * @param files the site that has the files
 */
record HubHosts(String name, boolean takesTokens, URI rows, URI files) {

    static final HubHosts HUGGING_FACE =
            hub(URI.create("https://datasets-server.huggingface.co"), URI.create("https://huggingface.co"));

    /** Returns a hub of Hugging Face. */
    static HubHosts hub(URI rows, URI files) {
        return new HubHosts("The hub", true, rows, files);
    }

    /** Returns the site of an address, which knows nobody. */
    static HubHosts site(URI address) {
        URI base = address.resolve("/");
        return new HubHosts(String.valueOf(address.getHost()), false, base, base);
    }

    HubHosts {
        rows = withoutSlash(rows);
        files = withoutSlash(files);
    }

    private static URI withoutSlash(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("The address '" + address + "' has no host; write https://HOST.");
        }
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }

    boolean mayKnowToken(URI address) {
        return isAt(address, rows) || isAt(address, files);
    }

    /** Returns an address that is encrypted, or that of the hub itself, which may be a mirror nearby. */
    URI requireSecure(URI address) throws UntrustedAddressException {
        if ("https".equals(address.getScheme()) || mayKnowToken(address)) {
            return address;
        }
        throw new UntrustedAddressException(
                "the address " + address.getScheme() + "://" + address.getHost() + " is not encrypted");
    }

    private static boolean isAt(URI address, URI base) {
        return Objects.equals(address.getScheme(), base.getScheme())
                && address.getHost() != null
                && address.getHost()
                        .toLowerCase(Locale.ROOT)
                        .equals(base.getHost().toLowerCase(Locale.ROOT))
                && address.getPort() == base.getPort();
    }
}
