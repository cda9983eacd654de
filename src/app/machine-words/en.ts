import type { machine as frMachine } from './fr.ts'

export const machine: typeof frMachine = {
  noMoment: 'Give the day and the time, for example 25/11/2026 and 14:32.',
  wrongYear: 'That can’t be a date here. Look at the year.',
  goesBack: 'Things are written here at a later date. Check; if that is the time, tick the box.',
  clockSet: 'The time is set.',
  clockNotSet: key => `The box could not set its time (${key}). Switch it off, switch it on, try again.`,
  nobodyDoes: {
    absent: 'This machine is not an installed box: that is done in the settings of the computer.',
    late: 'The box does not answer. Try again in a minute; if that lasts, call whoever installed it.',
  },
}
