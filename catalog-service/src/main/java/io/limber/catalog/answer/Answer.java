package io.limber.catalog.answer;

import io.limber.kit.http.Preconditions;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer made once and sent often: its bytes, the same compressed, and a strong entity tag of each. Never changes, but for
 * the compressed bytes, which are made when the first client asks for them.
 */
public final class Answer {
    private static final int TAG_BYTES = 16;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Less than this is not worth the work of both sides. */
    private static final int SHORTEST_COMPRESSED = 512;

    private static final String COMPRESSED = "-gzip";

    /** Clients may keep an answer but ask each time: a corrected contraindication must not wait in a cache. */
    private static final Header KEEP_BUT_ASK = Header.of("Cache-Control", "private, no-cache");

    private static final Header DEPENDS_ON = Header.of("Vary", "Authorization, Accept-Language, Accept-Encoding");
    private static final Header GZIP = Header.of("Content-Encoding", "gzip");
    private static final Header JSON = Header.of("Content-Type", "application/json");

    private final byte[] plain;
    private final String hash;
    private final String mediaType;
    private final Map<String, String> headers;
    private final Form uncompressed;
    private volatile @Nullable Form compressed;

    /**
     * @param headers that belong to the answer, such as {@code Content-Language}
     */
    public Answer(byte[] plain, String mediaType, Map<String, String> headers) {
        this.plain = plain;
        this.hash = hash(plain);
        this.mediaType = mediaType;
        this.headers = Map.copyOf(headers);
        this.uncompressed = form(plain, false);
    }

    /** Both replies to one kind of client, ready to be sent. */
    private record Form(String tag, Reply whole, Reply notModified) {}

    /**
     * What is sent.
     *
     * @param body null with 304
     */
    public record Reply(int status, List<Header> headers, byte @Nullable [] body) {}

    /** A header in the form in which it is written down fastest. */
    public record Header(CharSequence name, CharSequence value) {
        static Header of(String name, String value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    /**
     * @param ifNoneMatch the header, or null
     * @param takesGzip whether the client does
     */
    Reply reply(@Nullable String ifNoneMatch, boolean takesGzip) {
        Form form = takesGzip && plain.length >= SHORTEST_COMPRESSED ? compressed() : uncompressed;
        return Preconditions.alreadyHas(ifNoneMatch, form.tag) ? form.notModified : form.whole;
    }

    public byte[] plain() {
        return plain;
    }

    private Form compressed() {
        Form ready = compressed;
        if (ready == null) {
            ready = form(compress(plain), true);
            compressed = ready;
        }
        return ready;
    }

    private Form form(byte[] body, boolean isCompressed) {
        String tag = "\"" + hash + (isCompressed ? COMPRESSED : "") + "\"";
        List<Header> always = new ArrayList<>();
        headers.forEach((name, value) -> always.add(Header.of(name, value)));
        always.add(Header.of("ETag", tag));
        always.add(KEEP_BUT_ASK);
        always.add(DEPENDS_ON);
        List<Header> withBody = new ArrayList<>(always);
        withBody.add(JSON.value().toString().equals(mediaType) ? JSON : Header.of("Content-Type", mediaType));
        if (isCompressed) {
            withBody.add(GZIP);
        }
        return new Form(
                tag, new Reply(OK, List.copyOf(withBody), body), new Reply(NOT_MODIFIED, List.copyOf(always), null));
    }

    /** How much memory it takes, about, in bytes. */
    public int weight() {
        return 1200 + plain.length + plain.length / 3;
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
