package io.limber.reminder.answer;

import io.limber.kit.http.Page;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads reminders that became due. */
@ApplicationScoped
public class ReadReminders {
    private final ReminderRepository reminders;

    ReadReminders(ReminderRepository reminders) {
        this.reminders = reminders;
    }

    @Transactional
    public Reminder require(TenantId tenant, ReminderId id) {
        return reminders.find(tenant, id).orElseThrow(() -> ReminderId.notFound(id.toString()));
    }

    @Transactional
    Page<ReminderView> list(TenantId tenant, ReminderFilter filter, Optional<ReminderKey> after, int limit) {
        List<ReminderView> found = reminders.list(tenant, filter, after, limit + 1).stream()
                .map(Reminder::view)
                .toList();
        return Page.of(found, limit, view -> ReminderKey.of(view).text());
    }
}
