package io.limber.reminder.delivery.report;

import io.limber.reminder.delivery.DeliveryChannel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt to deliver, or a delivery that has none yet. */
@Schema(name = "DeliveryAttempt")
public record DeliveryView(
        String deliveryId,

        @Schema(description = "NONE for a reminder that went to nobody by rule")
        DeliveryChannel channel,

        State state,

        @Schema(description = "Counts from 1; 0 while there is no attempt")
        int attempt,

        @Schema(description = "When the attempt ended, or began, or the delivery was decided")
        Instant at,

        @Schema(examples = "http-503", description = "Stable code; why it failed or was not sent") @Nullable
        String reason,

        @Schema(description = "Of a delivery that waits for its next attempt, on its last row") @Nullable
        Instant nextAttemptAt) {
    /** Of the row. */
    public enum State {
        /** Waits for its first attempt. */
        PENDING,
        /** Under way, or interrupted by a crash: whether it arrived is not known. */
        SENDING,
        /** The destination took it. */
        DELIVERED,
        /** It failed; there may be another attempt. */
        FAILED,
        /** It failed and none follows. */
        DEAD,
        /** Not sent by rule. */
        SUPPRESSED
    }
}
