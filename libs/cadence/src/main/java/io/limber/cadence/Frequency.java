package io.limber.cadence;

/** How long one period of a rule is; sub-daily ones are not for dates. */
enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
}
