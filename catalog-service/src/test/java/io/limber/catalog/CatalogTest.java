package io.limber.catalog;

import io.limber.testkit.LimberStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service on real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = LimberStackResource.class, initArgs = @ResourceArg(name = "service", value = "catalog"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CatalogTest {}
