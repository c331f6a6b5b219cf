package io.limber.reminder.delivery.intake;

import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReminderRepository.Arrival;
import io.limber.reminder.contact.ContactDirectory;
import io.limber.reminder.contact.ContactDirectory.Person;
import io.limber.reminder.delivery.DeliveryChannel;
import io.limber.reminder.delivery.Destination;
import io.limber.reminder.webhook.WebhookDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where reminders go: the contact points of the person and the endpoints of the tenant. */
@ApplicationScoped
class Addressees {
    private final ContactDirectory contacts;
    private final WebhookDirectory webhooks;

    Addressees(ContactDirectory contacts, WebhookDirectory webhooks) {
        this.contacts = contacts;
        this.webhooks = webhooks;
    }

    /** The destinations of each, none for a person nobody can reach; two statements, however many there are. */
    Map<Arrival, List<Destination>> ofAcrossTenants(Connection connection, Set<Arrival> arrivals) throws SQLException {
        Set<Person> people = arrivals.stream().map(Addressees::person).collect(Collectors.toSet());
        Map<Person, List<ContactDirectory.Destination>> points = contacts.ofPeopleAcrossTenants(connection, people);
        Set<TenantId> tenants = arrivals.stream().map(Arrival::tenant).collect(Collectors.toSet());
        Map<TenantId, List<UUID>> endpoints = webhooks.activeAcrossTenants(connection, tenants);
        Map<Arrival, List<Destination>> destinations = new HashMap<>();
        for (Arrival arrival : arrivals) {
            List<Destination> own = new ArrayList<>();
            points.getOrDefault(person(arrival), List.of()).stream()
                    .map(Addressees::destination)
                    .forEach(own::add);
            endpoints.getOrDefault(arrival.tenant(), List.of()).stream()
                    .map(id -> new Destination(DeliveryChannel.WEBHOOK, id))
                    .forEach(own::add);
            destinations.put(arrival, own);
        }
        return destinations;
    }

    private static Person person(Arrival arrival) {
        return new Person(arrival.tenant(), arrival.due().personId());
    }

    private static Destination destination(ContactDirectory.Destination point) {
        return switch (point.channel()) {
            case EMAIL -> new Destination(DeliveryChannel.EMAIL, point.id());
        };
    }
}
