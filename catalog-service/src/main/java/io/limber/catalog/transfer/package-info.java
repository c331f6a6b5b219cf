/** A tenant's own stretches in and out: NDJSON, YAML, and the open exercise data of others. */
@NullMarked
package io.limber.catalog.transfer;

import org.jspecify.annotations.NullMarked;
