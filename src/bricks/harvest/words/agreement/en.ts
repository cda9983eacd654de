import { type fr, stopped } from './fr.ts'

const yourName = (name: string): string => (name === '' ? 'Your name' : `Your name (“${name}”)`)

export const en: typeof fr = {
  lead: (page, keptBy) =>
    'Notes of a meeting name you. Your name and how to reach you are ' +
    `shown${page === '' ? '' : ` on the page “${page}”`} only if you say yes. To be given ` +
    `back to ${keptBy}.`,
  minors: 'For somebody under 18, a parent says yes.',
  shown: (page, name, about) =>
    about.length === 0
      ? `Nothing else about you is taken from the notes. ${yourName(name)} and how to ` +
        `reach you: shown${page === '' ? ' here' : ` on “${page}”`} and in the villages ` +
        'around only if you say yes.'
      : 'What the notes say of you is shown, or may ' +
        `be,${page === '' ? ' here' : ` on “${page}”`} and in the villages around, without ` +
        `your name: ${stopped(about.join('; '))} ${yourName(name)} and how to reach ` +
        'you: only if you say yes.',
  cut: 'A strip for each person whom notes of a meeting name, to cut and to pass on.',
  namesake: ({ nth, all, commune }) =>
    `no. ${nth} of ${all}${commune === '' ? '' : `, ${commune}`}`,
  inNotes: 'In the notes:',
  named: 'Notes of a meeting name you.',
  wrote: 'You wrote in a conversation; only your number stands there.',
  ownName: 'My name, if I say yes:',
  shownOnPaper: (page, name, { isAny, apart }) => {
    const there = page === '' ? ' here' : ` on “${page}”`
    const also = apart.length > 0 ? `: ${apart.join('; ')}` : ''
    const only =
      `${yourName(name)} and how to reach you: ` +
      `${isAny ? '' : `shown${there} and in the villages around `}only if you say yes.`
    return isAny
      ? `What ${name === '' ? 'it says' : 'they say'} of you is shown, or may be,${there} and ` +
          `in the villages around, without your name${also}. ${only}`
      : `Nothing else about you is taken from ${name === '' ? 'it' : 'them'}. ${only}`
  },
  kinds: {
    need: 'a request',
    offer: 'an offer',
    initiative: 'a project',
    idea: 'an idea',
    event: 'an event',
    task: 'something to do',
    decision: 'a decision',
    actor: 'a group',
    place: 'a place',
    voice: 'words said',
    reference: 'an example',
  },
  no: about =>
    '“No”: my name is shown nowhere here.' +
    (about.length === 0
      ? ''
      : ' What shows without it stays, but for the lines ticked “to take away”.'),
  reach: 'How to reach me, to show everybody, here and in the villages around:',
  back: (keeper, about) =>
    `Without an answer, your name is not shown. To give back to ${keeper}, whom to tell too if ` +
    `you change your mind${about.length === 0 ? '' : ', or want what is shown taken off'}.`,
  minor: 'The notes say under 18: a parent says yes too.',
  parentYes: 'yes, and I am their father, their mother, or who answers for them',
  parentName: 'Their name and signature:',
  parentTick: 'a parent, or who answers for them, said yes too',
  numberAlone: ends => `A number that ends with ${ends}`,
  nameAsk: 'Only the end of their number is known: write the name to show.',
  parentAsk:
    'The notes say under 18: without the yes of a parent on the strip, this person is not shown.',
  giveAndPrint: 'Print the strips, with their code',
  noCodes: 'These strips have no code yet: give one to each strip, then print.',
  hidden: 'Noted: the name of this person is not shown.',
  unnamedReach: 'Without their name, the telephone is not shown either.',
  unnamedReachHint: 'Without your name, the telephone is not shown either.',
  stays: titles =>
    `What they propose stays shown without their name: ${titles.join('; ')}. If they want ` +
    'it off too, take it off the page.',
  takenBack: 'Noted: their name and how to reach them are no more on the page.',
  stillNamed: titles => `Their name is still read in: ${titles.join('; ')}. Correct it.`,
  answeredBefore: answer =>
    `This strip was keyed already: “${answer}”. Another answer replaces it.`,
  awaited: 'Awaited',
  handHidden: titles =>
    `What showed this person, written by hand, is off the page: ${titles.join('; ')}. If it ` +
    'was somebody else of that name, put it back: it is in “What was taken off”.',
  askedThere: boxes =>
    `It went to ${boxes.join(', ')} already: they are asked to take it off, when the ` +
    'courier passes.',
  beyondReach: 'Paper that is printed and copies that were taken away can’t be erased from here.',
  signedByThem: titles =>
    `Somebody of that name wrote it with their card, and it stays: ${titles.join('; ')}. Ask them.`,
  onPage: 'On the page already under that name:',
  hideMeanwhile: 'Take it off the page until they answer',
  severalNames: 'The notes say several people here, and a strip is for one: each answers alone.',
  oneEach: 'A strip for each',
  eachOne: (names: readonly string[]) => `A strip for each: ${names.join(', ')}.`,
  noStrip: 'No strip for this person',
  unasked: 'Without a strip',
  unaskedHint: 'They are asked nothing, and their name is not shown.',
  askAfterAll: 'Give them a strip',
  unaskedSaid: (name: string) => `No strip for ${name || 'this number'}. Their name is not shown.`,
  askedSaid: (name: string) => `${name || 'This number'} will have a strip.`,
  line: { right: 'right', mend: 'to correct', drop: 'to take away' },
  lines: 'What the notes say of you, line by line:',
  linesKeyed: 'What the notes say of this person',
  lineWords: 'Corrected, in my words:',
  lineNumbered: 'Corrected: the number of the line, then my words:',
  lineMended: (words: string) => `Corrected: “${words}”`,
  lineLacks: (words: string) => `“${words}” is to be corrected: type the words of the strip.`,
  lineOwn: (name: string) =>
    `These words say “${name}”, who did not say yes to their name. Write them without it.`,
  present: 'You are among those present at this meeting.',
  presentKeyed: 'This person is among those present at the meeting',
  nameHeld: (said: string) =>
    `This name also says “${said}”: everybody would read it. Write the name alone.`,
  reachHeld: (said: string) =>
    `These words say “${said}”: everybody would read them. Write them without it, or in the box ` +
    'that you alone read.',
  lineHeld: (said: string) =>
    `These words say something of somebody (“${said}”), and everybody reads them. Write them ` +
    'without it. A number to show to all is written above, under “To reach me”.',
}
