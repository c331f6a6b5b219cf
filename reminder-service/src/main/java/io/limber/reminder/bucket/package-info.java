/** Which buckets this process works on: the partitions that Kafka's consumer group hands to it. */
@NullMarked
package io.limber.reminder.bucket;

import org.jspecify.annotations.NullMarked;
