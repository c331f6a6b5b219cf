package io.limber.catalog.snapshot;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.kit.tenancy.TenantId;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in memory follows the tables, whoever writes them. */
@CatalogTest
class SnapshotsComponentTest {
    private static final String PATH = "/v1/stretches";

    /** A second or so: a look every quarter of one, and a machine that does other things too. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String UNREADABLE = "{\"kind\": null, \"steps\": null, \"regions\": null}";

    private final String tenant = freshTenant();

    @Inject
    Snapshots snapshots;

    @Inject
    SnapshotTable table;

    @Test
    void whatAnotherReplicaWritesIsSeenSoon() {
        as(tenant).get(PATH + "/own-a").then().statusCode(404);

        OwnStretches.put(tenant, "own-a", "{\"name\": \"Xylophone stretch\", \"translations\": null}");
        soon(() -> as(tenant).get(PATH + "/own-a").then().statusCode(200).body("own", is(true)));
        as(tenant).get(PATH + "?q=xylophone").then().body("items.id", contains("own-a"));

        OwnStretches.put(tenant, "own-a", "{\"name\": \"Zither stretch\", \"translations\": null}");
        soon(() -> as(tenant).get(PATH + "/own-a").then().body("name", equalTo("Zither stretch")));
        as(tenant).get(PATH + "?q=zither").then().body("items.id", contains("own-a"));
        as(tenant).get(PATH + "?q=xylophone").then().body("items", empty());
        as(freshTenant()).get(PATH + "?q=zither").then().body("items", empty());
    }

    @Test
    void aStretchThatAnotherReplicaRetiresIsNoLongerOffered() {
        int all = total();
        OwnStretches.insert(tenant, "own-b");
        soon(() -> as(tenant).get(PATH).then().body("total", is(all + 1)));

        OwnStretches.retire(tenant, "own-b", "cat-cow");

        soon(() -> as(tenant).get(PATH).then().body("total", is(all)));
        as(tenant)
                .get(PATH + "/own-b")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETIRED"))
                .body("replacedBy", equalTo("cat-cow"));
    }

    @Test
    void aHiddenStretchIsHiddenFromItsTenantAloneAndComesBack() {
        int all = total();
        int necks = as(tenant).get(PATH + "?region=neck").path("total");

        OwnStretches.adapt(tenant, "chin-tuck", true, "{}");

        soon(() -> as(tenant).get(PATH).then().body("total", is(all - 1)));
        as(tenant)
                .get(PATH + "?region=neck&facets=region&limit=200")
                .then()
                .body("total", is(necks - 1))
                .body("items.id", not(hasItem("chin-tuck")))
                .body("facets.region.find { it.code == 'neck' }.count", is(necks - 1));
        as(tenant).get(PATH + "/chin-tuck").then().statusCode(200).body("status", equalTo("HIDDEN"));
        as(freshTenant()).get(PATH + "/chin-tuck").then().body("status", equalTo("PUBLISHED"));

        OwnStretches.adapt(tenant, "chin-tuck", false, "{}");

        soon(() -> as(tenant).get(PATH).then().body("total", is(all)));
        as(tenant).get(PATH + "/chin-tuck").then().body("status", equalTo("PUBLISHED"));
    }

    @Test
    void aTenantsOwnWordsGoBeforeTheGlobalOnesInTheirLanguage() {
        String summary = Packaged.stretch("chin-tuck").summary();

        OwnStretches.adapt(
                tenant, "chin-tuck", false, "{\"en\": {\"name\": \"Turtle\"}, \"de\": {\"steps\": [\"So.\"]}}");

        soon(() -> as(tenant)
                .get(PATH + "/chin-tuck")
                .then()
                .body("name", equalTo("Turtle"))
                .body("reworded", is(true))
                .body("own", is(false))
                .body("summary", equalTo(summary)));
        as(tenant)
                .get(PATH + "/chin-tuck?lang=de")
                .then()
                .body("name", equalTo("Kinn zurückschieben"))
                .body("steps", contains("So."));
        as(tenant).get(PATH + "?limit=200").then().body("items.find { it.id == 'chin-tuck' }.name", equalTo("Turtle"));
        as(freshTenant())
                .get(PATH + "/chin-tuck")
                .then()
                .body("name", equalTo("Chin tuck"))
                .body("reworded", is(false));
    }

    @Test
    void tenantsThatMadeNothingOfTheirOwnShareOneSnapshot() {
        Snapshot one = snapshots.of(new TenantId(freshTenant()));
        Snapshot other = snapshots.of(new TenantId(freshTenant()));
        OwnStretches.insert(tenant, "own-c");

        assertThat(other).isSameAs(one);
        assertThat(snapshots.of(new TenantId(tenant))).isNotSameAs(one);
    }

    @Test
    void globalContentThatChangesReachesTenantsWithStretchesOfTheirOwn() {
        String id = "global-" + UUID.randomUUID();
        OwnStretches.insert(tenant, "own-d");
        String other = freshTenant();
        OwnStretches.adapt(other, "cat-cow", true, "{}");
        List<String> readers = List.of(tenant, other, freshTenant());
        readers.forEach(reader -> as(reader).get(PATH + "/" + id).then().statusCode(404));

        try {
            OwnStretches.put("*", id, "{\"name\": \"Zyzzyva\", \"translations\": null}");

            for (String reader : readers) {
                soon(() ->
                        as(reader).get(PATH + "/" + id).then().statusCode(200).body("own", is(false)));
                as(reader).get(PATH + "?q=zyzzyva").then().body("items.id", contains(id));
            }
            OwnStretches.put("*", id, "{\"name\": \"Quokka\", \"translations\": null}");
            for (String reader : readers) {
                soon(() -> as(reader).get(PATH + "?q=quokka").then().body("items.id", contains(id)));
                as(reader).get(PATH + "?q=zyzzyva").then().body("items", empty());
            }
            as(tenant).get(PATH + "/own-d").then().body("own", is(true));
            as(other).get(PATH + "/cat-cow").then().body("status", equalTo("HIDDEN"));
        } finally {
            OwnStretches.retire("*", id, null);
        }
        readers.forEach(
                reader -> soon(() -> as(reader).get(PATH + "?q=quokka").then().body("items", empty())));
    }

    @Test
    void whatChangedDuringAnOutageIsSeenAfterIt() {
        as(tenant).get(PATH).then().statusCode(200);
        SqlProbe owner = SqlProbe.as("catalog", Role.OWNER);
        double failures = failures();
        owner.execute("REVOKE SELECT ON catalogue_version FROM limber_catalog_loop");
        try {
            OwnStretches.insert(tenant, "own-e");
            await().atMost(SOON).untilAsserted(() -> assertThat(failures()).isGreaterThan(failures + 1));
            as(tenant).get(PATH + "/own-e").then().statusCode(404);
            as(tenant).get(PATH + "/cat-cow").then().statusCode(200);
        } finally {
            owner.execute("GRANT SELECT ON catalogue_version TO limber_catalog_loop");
        }

        soon(() -> as(tenant).get(PATH + "/own-e").then().statusCode(200));
    }

    @Test
    void aStretchOfOneTenantThatCannotBeReadKeepsNobodyElseFromFollowing() {
        List<String> unlucky = Stream.generate(() -> freshTenant()).limit(8).toList();
        List<String> others = Stream.generate(() -> freshTenant()).limit(8).toList();
        Stream.concat(unlucky.stream(), others.stream())
                .forEach(one -> as(one).get(PATH).then().statusCode(200));
        try {
            unlucky.forEach(one -> OwnStretches.put(one, "own-f", UNREADABLE));
            others.forEach(one -> OwnStretches.insert(one, "own-g"));

            others.forEach(one -> soon(() -> as(one).get(PATH + "/own-g").then().statusCode(200)));
            unlucky.forEach(one -> as(one).get(PATH + "/cat-cow").then().statusCode(200));
        } finally {
            unlucky.forEach(one -> OwnStretches.insert(one, "own-f"));
        }
        unlucky.forEach(one -> soon(() -> as(one).get(PATH + "/own-f").then().statusCode(200)));
    }

    @Test
    void whoNobodyAsksForIsForgotten() {
        Snapshots brief = new Snapshots(table, new Config(Duration.ofMillis(800)));
        OwnStretches.insert(tenant, "own-h");
        // The first of all waits for what everybody sees.
        var unused = brief.of(new TenantId(freshTenant()));
        Snapshot before = brief.of(new TenantId(tenant));
        assertThat(brief.of(new TenantId(tenant))).isSameAs(before);

        // It is followed all the while; that is not somebody who asks.
        await().during(Duration.ofMillis(1500))
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    brief.follow();
                    return true;
                });

        assertThat(brief.ready(new TenantId(tenant))).isNull();
        assertThat(brief.of(new TenantId(tenant))).isNotSameAs(before);
    }

    @Test
    void whoHasManyStretchesIsReadyBeforeAnybodyAsks() throws Exception {
        IntStream.range(0, 3).forEach(number -> OwnStretches.insert(tenant, "own-many-" + number));
        String small = freshTenant();
        OwnStretches.insert(small, "own-few");
        String unlucky = freshTenant();
        IntStream.range(0, 4).forEach(number -> OwnStretches.put(unlucky, "own-bad-" + number, UNREADABLE));
        Snapshots fresh = new Snapshots(table, new Config(Duration.ofHours(1)));

        fresh.warm(3, 1000);

        assertThat(fresh.ready(new TenantId(unlucky))).isNull();
        assertThat(fresh.ready(new TenantId(tenant))).isNotNull();
        assertThat(fresh.ready(new TenantId(small))).isNull();
    }

    private int total() {
        return as(tenant).get(PATH + "?limit=1").path("total");
    }

    private static void soon(Runnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }

    private static double failures() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("limber_catalogue_follow_failures_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private record Config(Duration forget) implements SnapshotConfig {
        @Override
        public Duration poll() {
            return Duration.ofMillis(250);
        }

        @Override
        public int warmFrom() {
            return 3;
        }

        @Override
        public int mostPerTenant() {
            return 1000;
        }
    }
}
