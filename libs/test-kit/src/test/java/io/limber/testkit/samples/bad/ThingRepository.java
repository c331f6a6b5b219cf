package io.limber.testkit.samples.bad;

class ThingRepository {}
