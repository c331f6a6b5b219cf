package io.limber.catalog;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import io.limber.testkit.TestTokens;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a request may bring: 64 MiB to an import, 1 MiB elsewhere; announced, or counted as it comes. */
@CatalogTest
@Timeout(120)
class BodyLimitComponentTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String IMPORT = "/v1/catalog/import";

    private final String tenant = freshTenant();

    @Test
    void anImportOfSixtyFourMebibytesMayBeAnnouncedAndNoMore() throws IOException {
        assertThat(announced(IMPORT, 64 * MEBIBYTE + 1)).isEqualTo(tooLarge(64 * MEBIBYTE));
        assertThat(answer(send(IMPORT, "Content-Length: 12", "\n".repeat(12).getBytes(StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anImportThatAnnouncesNothingIsCounted() throws IOException {
        assertThat(chunked(IMPORT, 64 * MEBIBYTE + 1)).isEqualTo(tooLarge(64 * MEBIBYTE));
        assertThat(chunked(IMPORT, 3 * MEBIBYTE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Editor.PATH, "/v1/catalog/import/x", "/v1/stretches:check", "/v1/catalog/imports"})
    void elsewhereItIsOneMebibyte(String path) throws IOException {
        assertThat(announced(path, MEBIBYTE + 1)).isEqualTo(tooLarge(MEBIBYTE));
    }

    @Test
    void elsewhereWhatAnnouncesNothingIsCountedToOneMebibyte() throws IOException {
        assertThat(chunked(Editor.PATH, MEBIBYTE + 1)).isEqualTo(tooLarge(MEBIBYTE));
        Editor.of(tenant).draft(Samples.bare("our-bow")).then().statusCode(201);
    }

    private record Answer(int status, JsonNode body) {}

    private static Answer tooLarge(int limit) {
        return new Answer(
                413,
                Samples.json("{\"type\": \"/problems/body-too-large\", \"title\": \"The body is larger than allowed.\","
                        + " \"status\": 413, \"code\": \"body-too-large\", \"detail\": \"At most " + limit
                        + " bytes are accepted.\"}"));
    }

    /** Announces so much, and sends so much as the service reads before it answers. */
    private Answer announced(String path, int bytes) throws IOException {
        int sent = bytes <= 16 * MEBIBYTE ? bytes : 0;
        return answer(send(path, "Content-Length: " + bytes, blanks(sent)));
    }

    /** Sends so much without saying how much, and waits for the answer before it says that this was all. */
    private Answer chunked(String path, int bytes) throws IOException {
        Socket socket = send(path, "Transfer-Encoding: chunked", new byte[0]);
        OutputStream out = socket.getOutputStream();
        for (int sent = 0; sent < bytes; sent += MEBIBYTE) {
            byte[] chunk = blanks(Math.min(MEBIBYTE, bytes - sent));
            out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(chunk);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (bytes % MEBIBYTE == 0) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        return answer(socket);
    }

    private static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) '\n');
        return blanks;
    }

    private Socket send(String path, String length, byte[] body) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        OutputStream out = socket.getOutputStream();
        out.write(String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + TestTokens.of(tenant, "catalog:write"),
                        "Content-Type: application/json",
                        "Connection: close",
                        length,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return socket;
    }

    private static Answer answer(Socket socket) throws IOException {
        try (socket) {
            String text =
                    new String(new BufferedInputStream(socket.getInputStream()).readAllBytes(), StandardCharsets.UTF_8);
            int status = Integer.parseInt(text.split(" ", 3)[1]);
            String body = text.substring(text.indexOf("\r\n\r\n") + 4);
            boolean isProblem = text.toLowerCase(Locale.ROOT).contains("application/problem+json");
            if (!isProblem) {
                return new Answer(status, Samples.json("null"));
            }
            ObjectNode problem =
                    (ObjectNode) Samples.json(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
            // Who is refused before anything is read has no trace id.
            return new Answer(status, problem.without("traceId"));
        }
    }
}
