/** What every resource needs: preconditions, paging, body limit, strict JSON, trace. */
@NullMarked
package io.limber.kit.http;

import org.jspecify.annotations.NullMarked;
