package io.limber.reminder.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From now on every reminder of the tenant is posted there, too. */
@Schema(name = "AddWebhookEndpoint")
public record AddWebhookEndpoint(
        @NotBlank(message = "must be a URL such as https://example.com/hooks/limber")
        @Schema(examples = "https://example.com/hooks/limber", required = true)
        String url,

        @Size(max = 200, message = "has at most 200 characters") @Schema(examples = "Production") @Nullable
        String description) {
    @Override
    public String toString() {
        return "AddWebhookEndpoint[***]";
    }
}
