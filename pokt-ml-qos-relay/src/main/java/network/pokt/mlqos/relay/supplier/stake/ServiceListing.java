package network.pokt.mlqos.relay.supplier.stake;

import java.util.List;
import network.pokt.mlqos.price.ShannonTokenomics;

/**
 * A service to be added to the chain, which has no file but a command line.
 *
 * @param id 1 to 42 letters, digits, {@code _} and {@code -}
 * @param name 1 to 169 letters, digits, {@code _}, {@code -} and blanks
 * @param computeUnitsPerRelay what a relay counts, 1 to {@link ShannonTokenomics#MAX_COMPUTE_UNITS_PER_RELAY}
 */
public record ServiceListing(String id, String name, long computeUnitsPerRelay) {

    public ServiceListing {
        FieldRules.serviceId(id);
        FieldRules.serviceName(name);
        FieldRules.require(
                computeUnitsPerRelay >= 1 && computeUnitsPerRelay <= ShannonTokenomics.MAX_COMPUTE_UNITS_PER_RELAY,
                "a relay counts 1 to " + ShannonTokenomics.MAX_COMPUTE_UNITS_PER_RELAY + " compute units, got "
                        + computeUnitsPerRelay);
    }

    /** Returns the words of the command, none of which needs quoting but the name. */
    public List<String> command(String keyName, String network) {
        return List.of(
                "pocketd",
                "tx",
                "service",
                "add-service",
                id,
                name,
                Long.toString(computeUnitsPerRelay),
                "--from=" + FieldRules.keyName(keyName),
                "--network=" + FieldRules.serviceId(network));
    }

    /** Returns the command as one line for a POSIX shell. */
    public String commandLine(String keyName, String network) {
        StringBuilder line = new StringBuilder();
        for (String word : command(keyName, network)) {
            boolean plain = word.matches("[a-zA-Z0-9_=./-]+");
            line.append(line.isEmpty() ? "" : " ").append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return line.toString();
    }
}
