/** What tenants make of the catalogue: stretches of their own, other words, what they hide; revisions and who did what. */
@NullMarked
package io.limber.catalog.editing;

import org.jspecify.annotations.NullMarked;
