package io.limber.kit.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the outbox as the relay sends it. */
record OutboxRecord(long position, String topic, String key, Map<String, String> headers, byte @Nullable [] payload) {}
