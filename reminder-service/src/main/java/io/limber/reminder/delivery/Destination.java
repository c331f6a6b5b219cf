package io.limber.reminder.delivery;

import java.util.UUID;

/** Somewhere a reminder goes: a contact point or a webhook endpoint. */
public record Destination(DeliveryChannel channel, UUID id) {
    private static final Destination NOBODY = new Destination(DeliveryChannel.NONE, new UUID(0, 0));

    /** For a reminder that goes to nobody by rule. */
    public static Destination nobody() {
        return NOBODY;
    }

    /**
     * What shares a limit of concurrent attempts: one endpoint of the platform; all mail, because it is one server; all
     * that is sent nowhere.
     */
    String lane() {
        return switch (channel) {
            case EMAIL, NONE -> channel.name();
            case WEBHOOK -> id.toString();
        };
    }
}
