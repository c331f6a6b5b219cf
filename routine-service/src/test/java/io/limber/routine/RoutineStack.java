package io.limber.routine;

import io.limber.testkit.LimberStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every component test of this service runs on. */
@QuarkusTestResource(value = LimberStackResource.class, initArgs = @ResourceArg(name = "service", value = "routine"))
public abstract class RoutineStack {}
