package io.limber.catalog.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer made once and sent often: its bytes, the same compressed, and a strong entity tag of each. Never changes, but for
 * the compressed bytes, which are made when the first client asks for them.
 */
public final class Answer {
    private static final int TAG_BYTES = 16;

    /** Less than this is not worth the work of both sides. */
    private static final int SHORTEST_COMPRESSED = 512;

    private static final String COMPRESSED = "-gzip";

    private final byte[] plain;
    private final String hash;
    private final String mediaType;
    private final Map<String, String> headers;
    private volatile byte @Nullable [] compressed;

    /**
     * @param headers that belong to the answer, such as {@code Content-Language}
     */
    public Answer(byte[] plain, String mediaType, Map<String, String> headers) {
        this.plain = plain;
        this.hash = hash(plain);
        this.mediaType = mediaType;
        this.headers = Map.copyOf(headers);
    }

    public byte[] plain() {
        return plain;
    }

    String mediaType() {
        return mediaType;
    }

    Map<String, String> headers() {
        return headers;
    }

    String tag(boolean isCompressed) {
        return "\"" + hash + (isCompressed ? COMPRESSED : "") + "\"";
    }

    boolean isWorthCompressing() {
        return plain.length >= SHORTEST_COMPRESSED;
    }

    byte[] compressed() {
        byte[] ready = compressed;
        if (ready == null) {
            ready = compress(plain);
            compressed = ready;
        }
        return ready;
    }

    /** How much memory it takes, about, in bytes. */
    public int weight() {
        return 300 + plain.length + plain.length / 3;
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return new String(plain, StandardCharsets.UTF_8);
    }
}
