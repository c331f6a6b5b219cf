package io.limber.bench;

import io.limber.localstack.Home;
import io.limber.localstack.Progress;
import java.time.Clock;

/** What every measurement is given. */
public record Session(Home home, Clock clock, Progress progress) {}
