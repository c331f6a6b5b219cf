/** What catalog-service is measured against. */
@NullMarked
package io.limber.peers;

import org.jspecify.annotations.NullMarked;
