package io.limber.reminder.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BacklogTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Backlog backlog = new Backlog();

    @Test
    void nobodyWaitsWhenThereIsNothingToEmit() throws InterruptedException {
        assertThat(backlog.awaitEmpty(LONG)).isTrue();
    }

    @Test
    void waitingEndsThoughThereIsStillSomethingToEmit() throws InterruptedException {
        backlog.begins(3);

        assertThat(backlog.awaitEmpty(Duration.ofMillis(1))).isFalse();
        assertThat(backlog.buckets()).containsExactly(3);
    }

    @Test
    void whoWaitsGoesOnWhenTheLastBucketIsEmptyAndNotBefore() {
        // Given
        backlog.begins(3);
        backlog.begins(5);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::await);
        Awaitility.await().until(() -> backlog.isAwaited());

        // When
        backlog.ends(3);

        // Then
        assertThat(backlog.isAwaited()).isTrue();
        backlog.ends(5);
        assertThat(waiting.join()).isTrue();
    }

    private boolean await() {
        try {
            return backlog.awaitEmpty(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
