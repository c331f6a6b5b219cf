/** The main job end to end, every step observed from outside the services. */
@NullMarked
package io.limber.localstack.demo;

import org.jspecify.annotations.NullMarked;
