/** The packaged reminder-service on a real PostgreSQL and a real Kafka, thrown away afterwards. */
@NullMarked
package io.limber.bench.stack;

import org.jspecify.annotations.NullMarked;
