package io.limber.reminder.delivery;

import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.Reminder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process has claimed and is to attempt now.
 *
 * @param attempt counts from 1; with it, whoever lost the claim meanwhile is told apart from who has it
 * @param reason why it was dropped; null for one that is to be sent
 */
public record Shipment(
        UUID deliveryId,
        TenantId tenant,
        DeliveryChannel channel,
        UUID destinationId,
        String lane,
        int attempt,
        @Nullable String reason,
        Reminder reminder) {}
