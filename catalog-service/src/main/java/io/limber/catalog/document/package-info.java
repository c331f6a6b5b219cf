/** Documents in the database: one row a document, and what of them is kept in memory to answer from. */
@NullMarked
package io.limber.catalog.document;

import org.jspecify.annotations.NullMarked;
