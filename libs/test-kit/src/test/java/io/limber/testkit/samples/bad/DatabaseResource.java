package io.limber.testkit.samples.bad;

class DatabaseResource {

    final ThingRepository things = new ThingRepository();
}
