/** Where the time comes from. Rules never ask it: they are given `now` or `at`. */
export type Clock = { now(): Date }

/** The machine's clock, the only place that asks for the present moment. */
export const systemClock: Clock = { now: () => new Date() }
