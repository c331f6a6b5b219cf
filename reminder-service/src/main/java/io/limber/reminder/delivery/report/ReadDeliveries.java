package io.limber.reminder.delivery.report;

import io.limber.kit.http.Page;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReadReminders;
import io.limber.reminder.answer.ReminderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads what became of a reminder's deliveries. */
@ApplicationScoped
public class ReadDeliveries {
    private final ReadReminders reminders;
    private final DeliveryReportRepository report;

    ReadDeliveries(ReadReminders reminders, DeliveryReportRepository report) {
        this.reminders = reminders;
        this.report = report;
    }

    /** All attempts by destination and number; a reminder has few, so they are one page. */
    @Transactional
    public Page<DeliveryView> of(TenantId tenant, ReminderId reminder) {
        var unused = reminders.require(tenant, reminder);
        return new Page<>(report.of(tenant, reminder), null);
    }
}
