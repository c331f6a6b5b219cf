/** What a {@code read_committed} reader sees of {@code limber.reminders}, and when. */
@NullMarked
package io.limber.bench.topic;

import org.jspecify.annotations.NullMarked;
