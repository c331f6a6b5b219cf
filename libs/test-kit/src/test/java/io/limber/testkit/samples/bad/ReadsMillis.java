package io.limber.testkit.samples.bad;

class ReadsMillis {

    long now() {
        return System.currentTimeMillis();
    }
}
