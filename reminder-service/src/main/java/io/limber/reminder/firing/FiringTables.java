package io.limber.reminder.firing;

import io.limber.reminder.bucket.BucketTransactions;
import jakarta.inject.Singleton;

/** The database as firing uses it. */
@Singleton
class FiringTables {
    private final BucketTransactions transactions;
    private final CadenceTable cadences;
    private final MemberTable members;
    private final OneOffTable oneOffs;
    private final Bookings bookings;

    FiringTables(
            BucketTransactions transactions,
            CadenceTable cadences,
            MemberTable members,
            OneOffTable oneOffs,
            Bookings bookings) {
        this.transactions = transactions;
        this.cadences = cadences;
        this.members = members;
        this.oneOffs = oneOffs;
        this.bookings = bookings;
    }

    BucketTransactions transactions() {
        return transactions;
    }

    CadenceTable cadences() {
        return cadences;
    }

    MemberTable members() {
        return members;
    }

    OneOffTable oneOffs() {
        return oneOffs;
    }

    Bookings bookings() {
        return bookings;
    }
}
