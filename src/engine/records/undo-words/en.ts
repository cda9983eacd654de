import type { fr } from './fr.ts'

/** English sentences of the undo commands. `fr.ts` has the French ones, and their type. */
export const en: typeof fr = {
  undo: 'Undo',
  theirWords: 'Put their words back',
  table: 'Undo this import',
  tableOff: (n, back) =>
    [
      n === 0
        ? back === 0 && 'Nothing of that table is on the page any more.'
        : n === 1
          ? 'The line of that table is off the page.'
          : `The ${n} lines of that table are off the page.`,
      back > 0 &&
        (back === 1
          ? 'What it had changed is as it was.'
          : `The ${back} that it had changed are as they were.`),
    ]
      .filter(Boolean)
      .join(' '),
  removed: 'Taken off the page. Nothing is lost: it is kept in “What was taken off”.',
  putBack: 'It is on the page again.',
  standsAlready: title =>
    `“${title}” is on the page already, with all that it said. There is nothing to put back.`,
  twoNow: title =>
    `Mind: “${title}” is there twice now. If it is the same thing, take one of them off.`,
  notByUs: 'It was not taken off from here: ask the person.',
  refused: 'It will not be shown. It is kept in “What was taken off”.',
  refusedAll: n =>
    n === 1
      ? 'One thing will not be shown. It is kept in “What was taken off”.'
      : `${n} things will not be shown. They are kept in “What was taken off”.`,
  noneTicked: 'Nothing is ticked, or what was waits no more.',
  together: n => (n === 1 ? 'One thing left out' : `${n} things left out together`),
  togetherWhat: 'Of one sending',
  reconsiderAllAct: 'Read them all again',
  reconsidered: 'It is back in what waits to be read.',
  putBackFirst:
    'The record that this corrects is no longer on the page: put it back first, in “What ' +
    'was taken off”.',
  hidden: 'It is no longer on the page. It is back in what waits to be read.',
  goneWith: boxes =>
    boxes.length === 0
      ? ''
      : ` ${boxes.join(', ')} already received it, and will forget it when the courier goes there.`,
  inUse: ({ titles, others }) =>
    `It is spoken of already: ${[
      ...titles.map(title => `“${title}”`),
      ...(others > 0 ? [others === 1 ? 'something else here' : `${others} other things here`] : []),
    ].join(', ')}. ` + 'Take off the page what you had just shown instead: nothing is lost.',
  title: 'What was taken off',
  lead:
    'What you took off, did not show, joined or showed within a month. A button puts each ' +
    'thing back as it was.',
  nothing: 'Nothing was taken off.',
  heads: {
    removed: 'Taken off the page',
    refused: 'Not shown',
    joined: 'Said to be the same thing',
    shown: 'Shown within a month',
  },
  removedOn: (what, day) => `${what}, taken off ${day}`,
  refusedOn: (what, day, why) =>
    `${what}, received ${day}${why === '' ? '' : `. You said: ${why}`}`,
  shownOn: (what, day) => `${what}, shown ${day}`,
  pieces: n => (n === 1 ? 'one thing from the notes' : `${n} things from the notes`),
  askedOff:
    'It was taken off because the person asked. If they agree that it comes back, tick the box.',
  stillAwaited:
    'The agreement of this person is still awaited. If they agree that it comes back, tick the ' +
    'box.',
  askOnList:
    'The person whom it shows had it taken off, or has not said yes yet. Put it back from “What ' +
    'was taken off”, where the question is asked.',
  off: {
    theirs: 'taken off because the person asked',
    awaited: 'the agreement of the person is awaited',
  },
  comesBack: 'This person agrees, or it is somebody else of the same name',
  putBackAct: 'Put back on the page',
  reconsiderAct: 'Read again',
  hideAct: 'Show it no more',
  isRemoved: 'It is taken off the page. You alone see it here.',
}
