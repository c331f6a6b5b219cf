package io.limber.reminder;

import io.limber.testkit.LimberStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service on real PostgreSQL, Kafka and SMTP. Its loops are off and driven by hand. */
@QuarkusTest
@QuarkusTestResource(value = LimberStackResource.class, initArgs = @ResourceArg(name = "service", value = "reminder"))
@QuarkusTestResource(ReminderTestResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReminderServiceTest {}
