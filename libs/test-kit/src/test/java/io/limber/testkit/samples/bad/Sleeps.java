package io.limber.testkit.samples.bad;

class Sleeps {

    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
