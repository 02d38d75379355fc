package network.pokt.mlqos.relay.supplier.stake;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import org.jspecify.annotations.Nullable;

/**
 * Where a supplier is reached for one service.
 *
 * @param url the address of its relay miner, with scheme and host
 * @param rpcType what is spoken there; never {@link RpcType#UNKNOWN_RPC}
 * @param timeout how long clients should wait, whole seconds, if told
 */
public record ServiceEndpoint(URI url, RpcType rpcType, Optional<Duration> timeout) {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

    public ServiceEndpoint {
        FieldRules.publicUrl(url.toString());
        FieldRules.rpcType(rpcType.name());
        timeout.ifPresent(time -> FieldRules.seconds(Long.toString(time.toSeconds())));
    }

    static @Nullable ServiceEndpoint read(YamlField place) {
        YamlFields fields = place.fields().only("publicly_exposed_url", "rpc_type", "config");
        YamlField address = fields.get("publicly_exposed_url").required();
        URI url = address.read(FieldRules::publicUrl);
        RpcType type = fields.get("rpc_type").required().read(FieldRules::rpcType);
        YamlField timeout = fields.get("config").fields().only("timeout").get("timeout");
        Duration time = timeout.read(FieldRules::seconds);
        if (time != null && time.compareTo(MinerConfig.SHORTEST_FOR_MODELS) < 0) {
            timeout.advice("a model needs longer than " + time.toSeconds() + " s for a long answer, give "
                    + MinerConfig.TIMEOUT_FOR_MODELS.toSeconds());
        }
        if (url != null && isPrivate(url.getHost())) {
            address.advice("nobody outside reaches " + url.getHost() + ", give the public name of the relay miner");
        }
        return url == null || type == null ? null : new ServiceEndpoint(url, type, Optional.ofNullable(time));
    }

    /** Whether a host is of this machine or its local network; names are not looked up. */
    private static boolean isPrivate(String host) {
        if (host.equals("localhost") || (!host.contains(".") && !host.startsWith("["))) {
            return true;
        }
        if (!NUMERIC.matcher(host).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    void write(YamlText yaml) {
        yaml.put("publicly_exposed_url", url.toString()).put("rpc_type", rpcType.name());
        timeout.ifPresent(time -> yaml.block("config", () -> yaml.put("timeout", Long.toString(time.toSeconds()))));
    }
}
