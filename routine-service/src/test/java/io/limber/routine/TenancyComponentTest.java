package io.limber.routine;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.limber.contracts.StretchAdapted;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenancyComponentTest extends RoutineStack {
    private static final String PERMISSION_DENIED = "42501";
    private static final String TENANT_TABLES = """
            SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled
            FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant')
            ORDER BY c.relname""";

    private final Platform ours = Platform.fresh();
    private final Platform theirs = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private String routine = "";
    private String plan = "";

    @BeforeEach
    void fill() {
        catalogue.publish(null, stretch("tenancy-global"));
        catalogue.publish(ours.tenant(), stretch("plain"));
        catalogue.adapt(ours.tenant(), new StretchAdapted("tenancy-hidden", 1, true, Map.of()));
        ours.describe("anna", "UTC").then().statusCode(201);
        routine = ours.compose("plain");
        plan = ours.plan("anna", routine, 201);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void anotherTenantsPersonIsNotFound() {
        theirs.call().get("/v1/people/anna").then().statusCode(404);
        theirs.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/people/anna")
                .then()
                .statusCode(404);
        theirs.call().get("/v1/people").then().statusCode(200).body("items", empty());
        // The same id is another person.
        theirs.describe("anna", "Asia/Tokyo").then().statusCode(201);
        ours.call().get("/v1/people/anna").then().body("zone", equalTo("UTC"));
    }

    @Test
    void anotherTenantsRoutineIsNotFound() {
        theirs.call().get("/v1/routines/{id}", routine).then().statusCode(404);
        theirs.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/routines/{id}", routine)
                .then()
                .statusCode(404);
        theirs.call(Platform.routine("tenancy-global"))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", routine)
                .then()
                .statusCode(404);
        theirs.call().get("/v1/routines").then().statusCode(200).body("items", empty());
    }

    @Test
    void anotherTenantsPlanIsNotFound() {
        theirs.readPlan(plan).then().statusCode(404);
        theirs.call().get("/v1/plans/{id}/preview", plan).then().statusCode(404);
        for (String move : List.of("pause", "resume", "end")) {
            theirs.move(plan, move, "\"v1\"").then().statusCode(404);
        }
        theirs.call().get("/v1/plans").then().statusCode(200).body("items", empty());
        theirs.call().get("/v1/plans?personId=anna").then().statusCode(200).body("items", empty());
        ours.readPlan(plan).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aPlanForAnotherTenantsPersonOrWithItsRoutineIsRefused() {
        theirs.describe("bob", "UTC");
        String own = theirs.compose("tenancy-global");

        theirs.call(Platform.plan("anna", own))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("/personId"));
        theirs.call(Platform.plan("bob", routine))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/routineId"));
    }

    @Test
    void anotherTenantsCalendarIsNotFound() {
        ours.calendar("plant", null, "2026-12-24").then().statusCode(201);

        theirs.call().get("/v1/calendars/plant").then().statusCode(404);
        theirs.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/calendars/plant")
                .then()
                .statusCode(404);
        theirs.calendar("plant", "\"v1\"").then().statusCode(412);
        theirs.call().get("/v1/calendars").then().statusCode(200).body("items", empty());
        // The same id is another calendar.
        theirs.calendar("plant", null, "2027-01-02").then().statusCode(201);
        ours.call().get("/v1/calendars/plant").then().body("days", contains("2026-12-24"));
    }

    @Test
    void aScheduleWithAnotherTenantsCalendarIsRefused() {
        ours.calendar("plant", null, "2026-12-24").then().statusCode(201);
        theirs.describe("bob", "UTC");
        String schedule = """
                {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"], "holidays": {"calendar": "plant"}}""";

        theirs.call(Platform.planWith("bob", theirs.compose("tenancy-global"), schedule))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("/schedule/holidays/calendar"));
        theirs.previewSchedule("{\"zone\": \"UTC\", \"schedule\": " + schedule + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/schedule/holidays/calendar"));
    }

    @Test
    void anotherTenantsIdempotencyKeyIsAnother() {
        ours.call(Platform.routine("tenancy-global"))
                .header("Idempotency-Key", "same")
                .post("/v1/routines");

        theirs.call(Platform.routine("tenancy-global", "tenancy-global"))
                .header("Idempotency-Key", "same")
                .post("/v1/routines")
                .then()
                .statusCode(201);
    }

    @Test
    void everyTableWithATenantIsBehindTheWallEvenForItsOwner() {
        var tables = SqlProbe.as("routine", Role.OWNER).query(TENANT_TABLES);

        assertThat(tables)
                .extracting(row -> row.get("name"))
                .contains(
                        "calendar",
                        "catalogue_adaptation",
                        "catalogue_stretch",
                        "idempotency_key",
                        "outbox",
                        "person",
                        "plan",
                        "routine");
        assertThat(tables)
                .allSatisfy(row ->
                        assertThat(row.get("walled")).as("%s", row.get("name")).isEqualTo(true));
    }

    @Test
    void plainSqlWithoutATenantSeesNothing() {
        for (Object table : tenantTables()) {
            assertThat(visible(SqlProbe.as("routine", Role.APP), table))
                    .as("%s", table)
                    .isZero();
        }
    }

    @Test
    void plainSqlOfAnotherTenantSeesNothingOfOurs() {
        SqlProbe app = SqlProbe.as("routine", Role.APP);
        ours.calendar("plant", null, "2026-12-24").then().statusCode(201);

        for (String table : List.of("calendar", "catalogue_adaptation", "person", "routine", "plan")) {
            assertThat(visible(app.inTenant(ours.tenant()), table)).as(table).isPositive();
            assertThat(visible(app.inTenant(theirs.tenant()), table)).as(table).isZero();
        }
        assertThat(app.inTenant(theirs.tenant()).execute("UPDATE plan SET version = version + 1"))
                .isZero();
        assertThat(app.inTenant(theirs.tenant()).execute("DELETE FROM person")).isZero();
    }

    @Test
    void theRolesAreNeitherSuperuserNorAboveTheWall() {
        var roles = SqlProbe.as("routine", Role.OWNER).query("""
                SELECT rolname FROM pg_roles WHERE rolname LIKE 'limber_routine_%' AND (rolsuper OR rolbypassrls)""");

        assertThat(roles).isEmpty();
    }

    private static List<Object> tenantTables() {
        return SqlProbe.as("routine", Role.OWNER).query(TENANT_TABLES).stream()
                .map(row -> (Object) String.valueOf(row.get("name")))
                .toList();
    }

    private static long visible(SqlProbe probe, Object table) {
        try {
            return probe.count("SELECT count(*) FROM " + table);
        } catch (SqlProbe.SqlProbeException e) {
            assertThat(e.state()).isEqualTo(PERMISSION_DENIED);
            return 0;
        }
    }
}
