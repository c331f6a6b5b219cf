package io.limber.testkit.samples.unmarked;

class Unmarked {}
