// Loaded before the program by a journey whose box wakes later: its clock is so many milliseconds
// ahead. Nothing else of the program is changed.
const ahead = Number(process.env.COCOTE_CLOCK_AHEAD ?? 0)
const now = Date.now
const Real = Date
Date.now = () => now() + ahead
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now() + ahead)
    else super(...given)
  }
  static now = () => now() + ahead
}
