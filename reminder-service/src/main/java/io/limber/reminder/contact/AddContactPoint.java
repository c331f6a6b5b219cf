package io.limber.reminder.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From now on the person is also reached there. */
@Schema(name = "AddContactPoint")
public record AddContactPoint(
        @NotBlank(message = "must be the platform's id of the person")
        @Size(max = 128, message = "has at most 128 characters")
        @Schema(examples = "employee-4711", required = true)
        String personId,

        @NotNull(message = "must be one of the channels") @Schema(required = true)
        Channel channel,

        @NotBlank(message = "must be an address of the channel")
        @Size(max = 254, message = "has at most 254 characters")
        @Schema(examples = "ada@example.com", required = true)
        String address,

        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag such as en or pt-BR")
        @Schema(examples = "en", description = "BCP 47 tag; en unless given")
        @Nullable
        String locale) {

    String localeOrDefault() {
        return Objects.requireNonNullElse(locale, "en");
    }

    @Override
    public String toString() {
        return "AddContactPoint[***]";
    }
}
