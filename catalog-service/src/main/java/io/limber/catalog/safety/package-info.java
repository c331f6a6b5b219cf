/** What may be done safely: stretches against a person's conditions, and answers to the questions about warning signs. */
@NullMarked
package io.limber.catalog.safety;

import org.jspecify.annotations.NullMarked;
