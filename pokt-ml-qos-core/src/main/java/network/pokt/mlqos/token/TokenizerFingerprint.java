package network.pokt.mlqos.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;

/** Tells tokenizers apart by what they do rather than by what they are called. */
final class TokenizerFingerprint {

    /** Words, numbers, code, white space and many scripts: places where vocabularies and normalizers part. */
    private static final String PROBE =
            """
            The quick brown fox doesn't jump over 1234567 lazy dogs, however: it's 3.14159 times as FAST!
            def f(x):\n    return [i ** 2 for i in range(x)]  # squares\n\t\tif (a&&b) { c += "d"; }
            naïve café Ångström ﬁne ｆｕｌｌ e\u0301 ½ Ⅷ antidisestablishmentarianism
            Быстрая лиса. Γειά σου. שלום. السلام. नमस्ते. สวัสดี. 你好，世界。 こんにちは。 안녕하세요.
            🙂👩‍👩‍👧‍👦🇺🇳  𝔘𝔫𝔦𝔠𝔬𝔡𝔢 https://example.org/?q=a%20b&c=d   \u00a0\u200b<|endoftext|></s>[SEP]
            """;

    private TokenizerFingerprint() {}

    static String of(Tokenizer tokenizer) {
        int[] ids = tokenizer.encode(PROBE, true);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (ids.length + 2));
        bytes.putInt(orNone(tokenizer.bosId())).putInt(orNone(tokenizer.eosId()));
        for (int id : ids) {
            bytes.putInt(id);
        }
        return sha256(bytes.array());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static int orNone(OptionalInt id) {
        return id.orElse(-1);
    }
}
