import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Accessibility statement',
  lead: name => `This statement is about the page “${name}”.`,
  bound: 'Who must make one',
  boundSaid: [
    'A town hall, a public body or a body that depends on them must make its pages ' +
      'accessible and publish a statement (loi n° 2005-102, article 47).',
    'A non-profit association need not if it provides neither services essential to the ' +
      'public nor services meant for disabled people. A person alone is not in the ' +
      'article’s list. This page does it all the same.',
    'On which side this page is: to be checked by the person who keeps the page.',
  ],
  state: 'State of compliance',
  stateSaid: [
    'Not compliant, as the RGAA says it: no audit was made, and without one this is the ' +
      'state to write. It does not mean that a fault was found.',
    'If an audit is made, its result, its date and who made it:',
  ],
  done: 'What the page does',
  doneSaid: [
    'It works without a program in the browser, with a keyboard, with a screen reader: ' +
      'headings, lists, labels of fields, language announced, a link straight to the ' +
      'content.',
    'Letters stand out from the ground at 4.5 to 1 at least, by day and in the dark; the ' +
      'edges of fields at 3 to 1.',
    'Letters can be made larger and the page read on a small screen. What is touched with ' +
      'a finger is large.',
    'A mistake in a form is said in a sentence, beside the field, and nothing that was ' +
      'written is lost.',
    'Nothing moves, blinks or speaks by itself.',
    'Every page prints.',
  ],
  not: 'What may be in the way',
  notSaid: [
    'Maps are drawings: their places are found in the lists. The law leaves them outside ' +
      'the duty, if what matters is said otherwise.',
    'What people write and the documents joined are as they were given. In English the ' +
      'page is translated, not what people wrote.',
    'The visits of the person who keeps the page close after a while without doing ' +
      'anything; what was written is kept.',
    'Over https the browser warns that the certificate is the machine’s own.',
  ],
  trouble: 'If you cannot read or do something',
  troubleSaid:
    'Say so: it will be read to you, printed for you, or written with you. A body bound ' +
    'by the law answers within a week.',
  appeal: 'If no answer comes',
  appealSaid:
    'If the body that keeps the page is bound by the law, you can write to the Défenseur ' +
    'des droits, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris ' +
    'CEDEX 07, France.',
  made: day => `This statement is made by the page itself, on ${day}.`,
}
