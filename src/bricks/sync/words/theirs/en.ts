import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'What a neighbour changed of ours',
  lead:
    'This was written here first, and another box put something else as the way to reach ' +
    'somebody, or as who it is. The page still shows what we say. If the neighbour is right, ' +
    'choose its line; otherwise keep ours.',
  waits: n =>
    n === 1 ? 'a neighbour changed one line of ours' : `neighbours changed ${n} lines of ours`,
  label: 'The boxes',
  unreadTitle: 'What could not be read here',
  unreadLead:
    'Another box wrote this in a way that this page can’t read. Nothing is lost, and the ' +
    'rest of the page works.',
  unreadWaits: n =>
    n === 1 ? 'one thing could not be read here' : `${n} things could not be read here`,
  unreadPart: name => `a part of a page (${name})`,
}
