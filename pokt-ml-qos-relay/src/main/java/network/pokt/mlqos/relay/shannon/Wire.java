package network.pokt.mlqos.relay.shannon;

import java.util.function.Consumer;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * What all relays of one transport share.
 *
 * @param proofs who gets the evidence of each relay, if anybody does
 * @param onEnd is told when a relay has ended
 */
record Wire(
        OpenAiHttpTransport http,
        SessionBook sessions,
        AccountKeys keys,
        SupplierSignatures signatures,
        MinerErrors errors,
        TimeSource time,
        RejectionListener rejections,
        @Nullable Consumer<RelayProof> proofs,
        Consumer<ShannonRelay> onEnd) {}
