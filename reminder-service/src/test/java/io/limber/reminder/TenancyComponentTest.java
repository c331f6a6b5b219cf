package io.limber.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limber.contracts.ReminderDue;
import io.limber.reminder.delivery.DeliveryWorker;
import io.limber.reminder.delivery.HandDriven;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody sees or changes what is another tenant's, on any path, SQL written by hand included. */
@ReminderServiceTest
class TenancyComponentTest {
    /** Every table with a column {@code tenant}, whoever made it. */
    private static final String TENANT_TABLES = """
            SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname""";

    @Inject
    DeliveryWorker worker;

    final Platform owner = Platform.fresh();
    final Platform other = Platform.fresh();

    @Test
    void anotherTenantsThingsAreNotFound() {
        try (DueTopic topic = new DueTopic()) {
            // Given
            String point = owner.reachByMail("p1", "ada@example.com");
            String endpoint = owner.receiveAt("https://example.com/hooks").path("id");
            ReminderDue due = topic.bring(owner, DueTopic.due("p1", Instant.parse("2026-11-23T09:00:00Z")));
            String id = due.reminderId();

            // When
            List<Response> answers = List.of(
                    other.get("/v1/contact-points/{id}", point),
                    other.call().header("If-Match", "*").delete("/v1/contact-points/{id}", point),
                    other.get("/v1/webhook-endpoints/{id}", endpoint),
                    other.call().post("/v1/webhook-endpoints/{id}/secrets", endpoint),
                    other.call().header("If-Match", "*").delete("/v1/webhook-endpoints/{id}", endpoint),
                    other.reminder(id),
                    other.post("/v1/reminders/{id}/done", Map.of(), id),
                    other.post("/v1/reminders/{id}/snooze", Map.of("minutes", 5), id),
                    other.post("/v1/reminders/{id}/skip", Map.of("reason", "BUSY"), id),
                    other.deliveries(id));

            // Then
            answers.forEach(answer -> answer.then().statusCode(404).body("code", equalTo("not-found")));
            for (String list : List.of(
                    "/v1/contact-points",
                    "/v1/webhook-endpoints",
                    "/v1/reminders?personId=p1",
                    "/v1/reminders?planId=" + due.planId(),
                    "/v1/ledger?from=2026-11-23&until=2026-11-23")) {
                other.get(list).then().statusCode(200).body("items", empty());
            }
            owner.reminder(id).then().body("answeredAt", equalTo(null));
            owner.get("/v1/contact-points/{id}", point).then().statusCode(200);
            owner.get("/v1/ledger?from=2026-11-23&until=2026-11-23").then().body("items", hasSize(1));
        }
    }

    @Test
    void theSameReminderOfTwoTenantsIsTwoReminders() {
        try (DueTopic topic = new DueTopic()) {
            ReminderDue due = DueTopic.due("p1", Instant.parse("2026-11-23T09:00:00Z"));
            topic.bring(owner, due);
            topic.bring(other, due);

            owner.post("/v1/reminders/{id}/done", Map.of(), due.reminderId())
                    .then()
                    .statusCode(200);

            other.reminder(due.reminderId()).then().body("answeredAt", equalTo(null));
        }
    }

    @Test
    void everyTableWithATenantIsGuarded() {
        var tables = SqlProbe.as("reminder", Role.OWNER).query(TENANT_TABLES);

        assertThat(tables)
                .extracting(table -> table.get("name"))
                .contains(
                        "contact_point",
                        "webhook_endpoint",
                        "webhook_secret",
                        "due_reminder",
                        "delivery",
                        "delivery_attempt",
                        "ledger_planned",
                        "ledger_emitted",
                        "reminder",
                        "one_off",
                        "plan_state",
                        "outbox",
                        "idempotency_key");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.get("enabled")).isEqualTo(true);
            assertThat(table.get("forced")).isEqualTo(true);
        });
    }

    @Test
    void withoutATenantTheApplicationRoleSeesNoRow() {
        // Given
        fill();

        // Then
        assertEachTable(SqlProbe.as("reminder", Role.APP), 0);
        assertThat(SqlProbe.as("reminder", Role.OWNER)
                        .query("SELECT * FROM contact_point WHERE tenant = ?", owner.tenant()))
                .as("the owner role migrates; rows are not its business")
                .isEmpty();
    }

    @Test
    void withATenantItSeesThatTenantsRowsOnly() {
        // Given
        fill();

        // Then
        SqlProbe probe = SqlProbe.as("reminder", Role.APP).inTenant(owner.tenant());
        for (String table : List.of(
                "contact_point", "webhook_endpoint", "webhook_secret", "due_reminder", "delivery", "ledger_emitted")) {
            assertThat(probe.query("SELECT DISTINCT tenant FROM " + table))
                    .extracting(row -> row.get("tenant"))
                    .containsExactly(owner.tenant());
        }
        assertThat(probe.execute("UPDATE due_reminder SET zone = 'UTC' WHERE tenant = ?", other.tenant()))
                .isZero();
        assertThatThrownBy(() -> probe.execute(
                        "INSERT INTO contact_point VALUES (gen_random_uuid(), ?, 'p', 'EMAIL', 'x@y.z', 'en', now(), 0)",
                        other.tenant()))
                .isInstanceOf(SqlProbe.SqlProbeException.class)
                .hasMessageContaining("row-level security");
    }

    private void assertEachTable(SqlProbe probe, int rows) {
        for (var table : SqlProbe.as("reminder", Role.OWNER).query(TENANT_TABLES)) {
            try {
                assertThat(probe.query("SELECT * FROM " + table.get("name")))
                        .as(String.valueOf(table.get("name")))
                        .hasSize(rows);
            } catch (SqlProbe.SqlProbeException e) {
                assertThat(e.state())
                        .as(table.get("name") + " may not be read at all")
                        .isEqualTo("42501");
            }
        }
    }

    private void fill() {
        try (DueTopic topic = new DueTopic();
                WebhookSink sink = WebhookSink.open()) {
            for (Platform platform : List.of(owner, other)) {
                platform.reachByMail("p1", "ada@example.com");
                platform.receiveAt(sink.url());
                topic.bring(platform, DueTopic.due("p1", Instant.parse("2026-11-23T09:00:00Z")));
            }
            var unused = HandDriven.deliverDue(worker);
        }
    }
}
