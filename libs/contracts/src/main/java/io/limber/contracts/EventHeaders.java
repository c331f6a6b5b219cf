package io.limber.contracts;

/** Names of the Kafka headers: CloudEvents 1.0 in binary mode, and the headers of a dead letter. All values UTF-8. */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";

    /** Extension: the tenant whose data this is. Absent on events of the global catalogue. */
    public static final String TENANT = "ce_tenant";

    /** Extension: W3C trace context of the request that caused the event. */
    public static final String TRACEPARENT = "ce_traceparent";

    /** Extension, on schedules: version of the time-zone rules that its sender computes with, for example {@code 2026a}. */
    public static final String TZDB = "ce_limbertzdb";

    public static final String CONTENT_TYPE = "content-type";

    /** Dead letters: why the record was refused, in one sentence without personal data. */
    public static final String DEAD_REASON = "dead-letter-reason";

    /** Dead letters: topic, partition and offset the record came from. */
    public static final String DEAD_TOPIC = "dead-letter-topic";

    public static final String DEAD_PARTITION = "dead-letter-partition";
    public static final String DEAD_OFFSET = "dead-letter-offset";

    private EventHeaders() {}
}
