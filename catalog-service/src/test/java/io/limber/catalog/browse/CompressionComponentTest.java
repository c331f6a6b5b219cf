package io.limber.catalog.browse;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.CatalogTest;
import io.limber.testkit.TestTokens;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that go over the wire, as a client sees them that unpacks nothing by itself. */
@CatalogTest
class CompressionComponentTest {
    private static final String GZIP = "gzip";

    private final String token = TestTokens.of(freshTenant(), "catalog:read");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/stretches?limit=200",
                "/v1/stretches/cat-cow",
                "/v1/stretches/cat-cow/figure.svg",
                "/v1/stretches/cat-cow/figure.svg?animated=true",
                "/v1/guidance",
                "/v1/guidance/red-flags",
                "/v1/vocabularies",
                "/v1/vocabularies/muscles"
            })
    void unpackedTheBytesAreTheSameUnderAnotherTag(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path);
        HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "br, gzip");

        assertThat(header(packed, "Content-Encoding")).isEqualTo(GZIP);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag")).startsWith("\"");
        for (HttpResponse<byte[]> one : List.of(plain, packed)) {
            assertThat(header(one, "Vary")).isEqualTo("Authorization, Accept-Language, Accept-Encoding");
            assertThat(header(one, "Content-Length")).isEqualTo(Integer.toString(one.body().length));
            assertThat(header(one, "Content-Language")).isEqualTo("en");
        }
        assertThat(header(packed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
    }

    @Test
    void eachTagIsOfItsOwnBytes() throws Exception {
        String path = "/v1/stretches/cat-cow";
        String plain = header(get(path), "ETag");
        String packed = header(get(path, "Accept-Encoding", GZIP), "ETag");

        HttpResponse<byte[]> known = get(path, "Accept-Encoding", GZIP, "If-None-Match", packed);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo(packed);
        assertThat(known.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get(path, "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", packed).statusCode()).isEqualTo(200);
        assertThat(get(path, "Accept-Encoding", GZIP, "If-None-Match", plain).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip;q=0, *", "*, gzip;q=0", "identity", "br", "*;q=0"})
    void whoDoesNotTakeItGetsPlainBytes(String acceptEncoding) throws Exception {
        HttpResponse<byte[]> plain = get("/v1/stretches", "Accept-Encoding", acceptEncoding);

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(get("/v1/stretches").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*;q=0, gzip", "*", "GZIP;q=0.1", "deflate, gzip"})
    void whoTakesItGetsIt(String acceptEncoding) throws Exception {
        assertThat(header(get("/v1/stretches", "Accept-Encoding", acceptEncoding), "Content-Encoding"))
                .isEqualTo(GZIP);
    }

    @Test
    void aShortAnswerIsNotWorthIt() throws Exception {
        String path = "/v1/stretches?limit=1&fields=name";

        HttpResponse<byte[]> taken = get(path, "Accept-Encoding", GZIP);

        assertThat(taken.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(taken, "ETag")).isEqualTo(header(get(path), "ETag"));
    }

    @Test
    void aProblemIsReadableWhateverIsTaken() throws Exception {
        HttpResponse<byte[]> refused = get("/v1/stretches?reigon=neck", "Accept-Encoding", GZIP);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).startsWith("{");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(name + " in " + response.headers()));
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }
}
