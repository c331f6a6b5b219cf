package io.limber.reminder.webhook;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook endpoint as callers see it: never with secrets. */
@Schema(name = "WebhookEndpoint")
public record WebhookEndpointView(
        @Schema(examples = "0193a0b2-1f00-7c3e-8d5a-5b1f0a2c3d4e")
        String id,

        @Schema(examples = "https://example.com/hooks/limber")
        String url,

        @Nullable String description,

        @Schema(
                enumeration = {"ACTIVE", "DISABLED"},
                description = "DISABLED after the receiver answered 410 Gone")
        String state,

        @Nullable String disabledReason,
        Instant createdAt) {

    WithSecrets with(List<String> secrets) {
        return new WithSecrets(id, url, description, state, disabledReason, createdAt, secrets);
    }

    /** Shown once, when a secret is new. */
    @Schema(name = "WebhookEndpointWithSecrets")
    public record WithSecrets(
            String id,
            String url,
            @Nullable String description,
            String state,
            @Nullable String disabledReason,
            Instant createdAt,

            @Schema(examples = "[\"whsec_...\"]", description = "Shown this once; kept sealed")
            List<String> secrets) {
        @Override
        public String toString() {
            return "WithSecrets[" + id + "]";
        }
    }
}
