package network.pokt.mlqos.samples.leaderboardsite.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code X-Forwarded-For}, of which only the last address is the trusted proxy's own word. */
final class Forwarded {

    /** Only what is an address by its form, so that no name is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:)[0-9a-fA-F:.]{2,45}");

    private Forwarded() {}

    static Optional<InetAddress> last(List<String> lines) {
        String line = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        String address = line.substring(line.lastIndexOf(',') + 1).strip();
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
