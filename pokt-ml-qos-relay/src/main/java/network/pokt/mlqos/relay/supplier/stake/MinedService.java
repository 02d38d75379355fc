package network.pokt.mlqos.relay.supplier.stake;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service in the configuration of a relay miner.
 *
 * @param serviceId the service on the chain
 * @param listenUrl where the miner takes relays, http only
 * @param backends what it passes them to, by RPC type in lower case, {@code ""} for all types that have none of their own
 * @param keyNames the keys that sign, empty for the miner's default
 * @param timeout how long a backend may take, whole seconds; the miner's default unless told
 * @param headers headers for the default backend, such as its credentials
 */
public record MinedService(
        String serviceId,
        URI listenUrl,
        Map<String, URI> backends,
        List<String> keyNames,
        Optional<Duration> timeout,
        Map<String, String> headers) {

    private static final Set<String> TYPES = Set.of("", "json_rpc", "rest", "comet_bft", "websocket", "grpc");

    public MinedService {
        FieldRules.serviceId(serviceId);
        FieldRules.listenUrl(listenUrl.toString());
        backends = Collections.unmodifiableMap(new LinkedHashMap<>(backends));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        keyNames = List.copyOf(keyNames);
        FieldRules.require(!backends.isEmpty(), "service " + serviceId + " has no backend, give a backend_url");
        FieldRules.require(headers.isEmpty() || backends.containsKey(""), "headers belong to the default backend");
        backends.forEach((type, url) -> {
            FieldRules.require(TYPES.contains(type), "'" + type + "' is no RPC type of a relay miner");
            FieldRules.backendUrl(url.toString());
        });
        keyNames.forEach(FieldRules::keyName);
        timeout.ifPresent(time -> FieldRules.seconds(Long.toString(time.toSeconds())));
    }

    static @Nullable MinedService read(YamlField place) {
        YamlFields fields = place.fields()
                .only(
                        "service_id",
                        "listen_url",
                        "signing_key_names",
                        "request_timeout_seconds",
                        "max_body_size",
                        "x_forwarded_host_lookup",
                        "service_config",
                        "rpc_type_service_configs");
        String id = fields.get("service_id").required().read(FieldRules::serviceId);
        URI listen = fields.get("listen_url").required().read(FieldRules::listenUrl);
        List<String> keys = fields.get("signing_key_names").each(FieldRules::keyName);
        Duration time = fields.get("request_timeout_seconds").read(FieldRules::seconds);
        fields.get("max_body_size").or("", FieldRules::bodySize);
        fields.get("x_forwarded_host_lookup").or(false, FieldRules::flag);
        Map<String, URI> backends = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        YamlField common = fields.get("service_config");
        YamlField typed = fields.get("rpc_type_service_configs");
        if (common.present()) {
            backend("", common, backends);
            common.fields()
                    .get("headers")
                    .fields()
                    .forEach((name, value) -> headers.put(name, value.or("", text -> text)));
        }
        typed.fields().forEach((type, field) -> {
            if (TYPES.contains(type.toLowerCase(Locale.ROOT))) {
                backend(type.toLowerCase(Locale.ROOT), field, backends);
            } else {
                field.error("is no RPC type, give one of json_rpc, rest, comet_bft, websocket, grpc");
            }
        });
        if (!common.present() && !typed.present()) {
            common.required();
        }
        return id == null || listen == null || backends.isEmpty()
                ? null
                : new MinedService(id, listen, backends, keys, Optional.ofNullable(time), headers);
    }

    private static void backend(String type, YamlField place, Map<String, URI> backends) {
        YamlFields fields = place.fields().only("backend_url", "authentication", "headers", "forward_pocket_headers");
        fields.get("authentication").fields().only("username", "password");
        fields.get("forward_pocket_headers").or(false, FieldRules::flag);
        URI url = fields.get("backend_url").required().read(FieldRules::backendUrl);
        if (url != null) {
            backends.put(type, url);
        }
    }

    void write(YamlText yaml) {
        yaml.put("service_id", serviceId).put("listen_url", listenUrl.toString());
        if (!keyNames.isEmpty()) {
            yaml.list("signing_key_names", keyNames);
        }
        timeout.ifPresent(time -> yaml.put("request_timeout_seconds", time.toSeconds()));
        URI common = backends.get("");
        if (common != null) {
            yaml.block("service_config", () -> {
                yaml.put("backend_url", common.toString());
                if (!headers.isEmpty()) {
                    yaml.block("headers", () -> headers.forEach(yaml::put));
                }
            });
        }
        if (backends.size() > (common == null ? 0 : 1)) {
            yaml.block(
                    "rpc_type_service_configs",
                    () -> backends.forEach((type, url) -> {
                        if (!type.isEmpty()) {
                            yaml.block(type, () -> yaml.put("backend_url", url.toString()));
                        }
                    }));
        }
    }

    /** Returns the service and its listener; headers may be secrets. */
    @Override
    public String toString() {
        return serviceId + " at " + listenUrl;
    }
}
