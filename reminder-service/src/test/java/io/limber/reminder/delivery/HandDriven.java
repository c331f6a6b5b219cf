package io.limber.reminder.delivery;

import java.sql.SQLException;

/** Drives the delivery worker, whose loop is off in tests. */
public final class HandDriven {
    private HandDriven() {}

    public static int deliverDue(DeliveryWorker worker) {
        try {
            return worker.deliverDue();
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
