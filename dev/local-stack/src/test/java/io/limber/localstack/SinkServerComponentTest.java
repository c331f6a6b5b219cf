package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SinkServerComponentTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static int httpPort;
    private static int smtpPort;
    private static SinkServer sinks;

    @BeforeAll
    static void start() {
        httpPort = FreePort.any();
        smtpPort = FreePort.any();
        sinks = SinkServer.start(httpPort, smtpPort);
    }

    @AfterAll
    static void stop() {
        sinks.close();
    }

    @Test
    void mailOverSmtpIsListedWithBothBodies() throws Exception {
        // When
        Transport.send(message());

        // Then
        var mail = list("/mails").path("items").get(0);
        assertThat(mail.path("messageId").asText()).isEqualTo("<r-1@limber>");
        assertThat(mail.path("to").get(0).asText()).isEqualTo("ada@example.com");
        assertThat(mail.path("text").asText()).contains("plain words");
        assertThat(mail.path("html").asText()).contains("<p>rich words</p>");
    }

    @Test
    void webhookIsListedWithHeadersAndRawBody() throws Exception {
        // Given
        var body = "{ \"spaces\" :  \"stay\",\n\"ä\":1}";

        // When
        var answer = HTTP.send(
                request("/hooks/one")
                        .header("Webhook-Id", "r-1")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        var hook = list("/hooks").path("items").get(0);
        assertThat(hook.path("path").asText()).isEqualTo("/hooks/one");
        assertThat(hook.path("headers").path("webhook-id").asText()).isEqualTo("r-1");
        assertThat(hook.path("body").asText()).isEqualTo(body);
    }

    private static JsonNode list(String path) throws Exception {
        var answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path));
    }

    private static MimeMessage message() throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        var text = new MimeBodyPart();
        text.setText("plain words");
        var html = new MimeBodyPart();
        html.setContent("<p>rich words</p>", "text/html");
        var message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() {
                // Keeps the given one.
            }
        };
        message.setFrom("limber@example.com");
        message.setRecipient(RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setSubject("Time to move");
        message.setHeader("Message-ID", "<r-1@limber>");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }
}
