package network.pokt.mlqos.relay.supplier.stake;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import network.pokt.mlqos.relay.shannon.PocketAddress;
import network.pokt.mlqos.relay.shannon.message.RpcType;

/**
 * The rules of single fields, each from text to value. A text that breaks one raises an {@link IllegalArgumentException} that
 * says what would be right.
 *
 * <p>Source: poktroll ab401edc, {@code x/supplier/config}, {@code x/shared/types/service.go}, {@code pkg/relayer/config}.
 */
final class FieldRules {

    private static final Pattern COIN = Pattern.compile("([0-9]{1,18})upokt");
    private static final Pattern SERVICE_ID = Pattern.compile("[a-zA-Z0-9_-]{1,42}");
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-zA-Z0-9_ -]{1,169}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern BODY_SIZE = Pattern.compile("[1-9][0-9]{0,8}(?:B|KB|MB|GB)");
    private static final Pattern KEY_NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,128}");
    private static final long MOST_SECONDS = 86_400;

    private FieldRules() {}

    static String address(String text) {
        require(
                PocketAddress.isValid(text),
                "'" + text + "' is no address, give one that begins with pokt1 and whose checksum is right");
        return text;
    }

    static long upokt(String text) {
        var matcher = COIN.matcher(text);
        require(
                matcher.matches() && Long.parseLong(matcher.group(1)) > 0,
                "'" + text + "' is no stake, give a whole number above 0 with its unit, such as 60000000000upokt");
        return Long.parseLong(matcher.group(1));
    }

    static String serviceId(String text) {
        require(
                SERVICE_ID.matcher(text).matches(),
                "'" + text + "' is no service id, give 1 to 42 letters, digits, '_' and '-' (no ':', '.' or '/')");
        return text;
    }

    static String serviceName(String text) {
        require(
                SERVICE_NAME.matcher(text).matches(),
                "'" + text + "' is no service name, give 1 to 169 letters, digits, '_', '-' and blanks");
        return text;
    }

    static int percent(String text) {
        require(
                WHOLE.matcher(text).matches() && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 100,
                "'" + text + "' is no share, give a whole number from 1 to 100");
        return Integer.parseInt(text);
    }

    static Map<String, Integer> shares(Map<String, Integer> shares) {
        shares.forEach((address, share) -> {
            address(address);
            percent(Integer.toString(share));
        });
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        require(shares.isEmpty() || sum == 100, "the shares sum up to " + sum + ", give shares that sum up to 100");
        return shares;
    }

    /** An address that clients reach a supplier at. */
    static URI publicUrl(String text) {
        URI url = url(text, Set.of("http", "https", "ws", "wss", "grpc", "grpcs"));
        require(url.getFragment() == null, "'" + text + "' has a fragment, leave out everything from '#' on");
        return url;
    }

    static URI backendUrl(String text) {
        return url(text, Set.of("http", "https", "ws", "wss"));
    }

    static URI listenUrl(String text) {
        return url(text, Set.of("http"));
    }

    static URI nodeUrl(String text) {
        return url(text, Set.of("http", "https", "tcp"));
    }

    private static URI url(String text, Set<String> schemes) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no address, give one such as http://host:8000", e);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        require(
                schemes.contains(scheme)
                        && url.getHost() != null
                        && !url.getHost().isEmpty(),
                "'" + text + "' needs a host and one of the schemes "
                        + String.join(", ", schemes.stream().sorted().toList()));
        require(url.getUserInfo() == null, "an address with a user name in it gives the secret away, use the headers");
        require(url.getPort() <= 65_535, "the port " + url.getPort() + " does not exist, give 1 to 65535");
        return url;
    }

    static RpcType rpcType(String text) {
        for (RpcType type : RpcType.values()) {
            if (type != RpcType.UNKNOWN_RPC && type.name().equalsIgnoreCase(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no RPC type, give one of GRPC, WEBSOCKET, JSON_RPC, REST, COMET_BFT");
    }

    static Duration seconds(String text) {
        require(
                WHOLE.matcher(text).matches() && Long.parseLong(text) >= 1 && Long.parseLong(text) <= MOST_SECONDS,
                "'" + text + "' is no timeout, give whole seconds from 1 to " + MOST_SECONDS + ", without a unit");
        return Duration.ofSeconds(Long.parseLong(text));
    }

    static String bodySize(String text) {
        require(BODY_SIZE.matcher(text).matches(), "'" + text + "' is no size, give one such as 20MB");
        return text;
    }

    static String keyName(String text) {
        require(
                KEY_NAME.matcher(text).matches(),
                "'" + text + "' is no name of a key, give one of the keyring's names");
        return text;
    }

    static boolean flag(String text) {
        require(text.equals("true") || text.equals("false"), "'" + text + "' must be true or false");
        return text.equals("true");
    }

    static long count(String text) {
        require(WHOLE.matcher(text).matches(), "'" + text + "' must be a whole number, at least 0");
        return Long.parseLong(text);
    }

    static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
