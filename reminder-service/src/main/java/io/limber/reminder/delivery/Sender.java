package io.limber.reminder.delivery;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** A channel that can be sent on. */
public interface Sender {
    DeliveryChannel channel();

    /**
     * Looks up what a batch needs at once. The function returned makes one attempt: it may block on the network for a
     * bounded time, is called on many virtual threads and outside any transaction, and does not throw.
     */
    Function<Shipment, Outcome> prepare(List<Shipment> batch) throws SQLException;
}
