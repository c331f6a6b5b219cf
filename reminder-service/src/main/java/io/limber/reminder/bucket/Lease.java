package io.limber.reminder.bucket;

/**
 * One ownership of a bucket, from the moment Kafka hands the partition to this process until it takes it away.
 *
 * @param epoch rises with every owner; see {@link BucketTransactions}
 */
public record Lease(int bucket, long epoch) {}
