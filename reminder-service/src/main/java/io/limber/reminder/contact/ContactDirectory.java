package io.limber.reminder.contact;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Contact points as delivery needs them: across tenants, many at a time, on the loop role. */
@ApplicationScoped
public class ContactDirectory {
    private static final String OF_PEOPLE = """
            SELECT c.tenant, c.person_id, c.id, c.channel
            FROM unnest(?::text[], ?::text[]) AS wanted (tenant, person_id)
            JOIN contact_point c ON c.tenant = wanted.tenant AND c.person_id = wanted.person_id
            ORDER BY c.id""";
    private static final String BY_ID = "SELECT id, channel, address, locale FROM contact_point WHERE id = ANY (?)";

    private final AgroalDataSource loop;

    ContactDirectory(@DataSource("loop") AgroalDataSource loop) {
        this.loop = loop;
    }

    /** A tenant's person. */
    public record Person(TenantId tenant, String personId) {}

    /** Somewhere a person can be reached, without saying where exactly. */
    public record Destination(UUID id, Channel channel) {}

    /** Where exactly. */
    public record Recipient(Address address, String locale) {}

    /** In the caller's transaction; people without a contact point are not in the answer. */
    public Map<Person, List<Destination>> ofPeopleAcrossTenants(Connection connection, Set<Person> people)
            throws SQLException {
        Map<Person, List<Destination>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_PEOPLE)) {
            statement.setArray(
                    1,
                    texts(
                            connection,
                            people.stream().map(person -> person.tenant().value())));
            statement.setArray(2, texts(connection, people.stream().map(Person::personId)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Person person = new Person(new TenantId(row.getString(1)), row.getString(2));
                    found.computeIfAbsent(person, unseen -> new ArrayList<>())
                            .add(new Destination(row.getObject(3, UUID.class), Channel.valueOf(row.getString(4))));
                }
            }
        }
        return found;
    }

    /** What was removed meanwhile is not in the answer. */
    public Map<UUID, Recipient> recipientsAcrossTenants(Collection<UUID> ids) throws SQLException {
        Map<UUID, Recipient> found = new HashMap<>();
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Channel channel = Channel.valueOf(row.getString(2));
                    Recipient recipient = new Recipient(Address.of(channel, row.getString(3)), row.getString(4));
                    found.put(row.getObject(1, UUID.class), recipient);
                }
            }
        }
        return found;
    }

    private static java.sql.Array texts(Connection connection, java.util.stream.Stream<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
