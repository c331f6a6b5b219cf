package io.limber.reminder.bucket;

/** Works on buckets while this process owns them. */
public interface BucketWorker {
    /**
     * The bucket is somebody else's from now on. Returns when the work on it has stopped, or soon after at the latest:
     * the group waits meanwhile.
     */
    void released(int bucket);
}
