import type { FindingKind } from '../../../text/guard/guard.ts'
import { ofName } from '../../../text/of-name.ts'
import type { Strip } from '../../slots.ts'

/**
 * French sentences of the pages where the guard holds a text back: what it found (a name, an age, a
 * number), and what the person may do. The guard looks in texts for people and private facts before
 * they show. `en.ts` has the English ones, of the same type.
 */

/** What was found, by its kind. */
const FOUND: Readonly<Record<FindingKind, string>> = {
  name: 'un nom',
  maybe: 'peut-être un nom',
  age: 'un âge',
  situation: 'ce qui arrive à quelqu’un',
  insult: 'une insulte',
  someone: 'quelqu’un qu’on reconnaît',
  home: 'un chez-soi',
  phone: 'un numéro',
  mail: 'une adresse de courriel',
  secret: 'un code ou une clé',
}

/** The sentences. */
export const fr = {
  found: (kind: FindingKind, said: string) => `« ${said} », ${FOUND[kind]}`,
  between: ' ; ',
  knownName: (name: string) =>
    `Envoyé sans carte, au nom de ${name}\u00a0: quelqu’un qui s’appelle ainsi est connu ` +
    'ici. Rien ne dit que c’est la même personne.',
  numberKnown: (names: readonly string[]) =>
    `C’est le numéro ${names.map(ofName).join(', ')}\u00a0: à demander avant de montrer.`,
  sameNumber: 'Ce numéro est déjà affiché sous un autre prénom\u00a0:',
  saysOf: (why: string) => `À lire avant de montrer : ${why}.`,
  meetingTitle: 'Son titre',
  meetingTitleHeld: (why: string) => `Retenu : ${why}. À la place, la page dira le jour.`,
  meetingTitleShow: 'Montrer ce titre quand même',
  meetingPage: 'La page de la réunion',
  meetingStays: 'Reste ici, sans être montré :',
  meetingPart: {
    where: (said: string) => `le lieu « ${said} »`,
    author: (said: string) => `qui a pris les notes, « ${said} », jusqu’à son accord`,
    url: (said: string) => `l’adresse « ${said} »`,
  },
  tableHeld: (n: number) =>
    n === 1
      ? 'Une ligne dit quelque chose de quelqu’un'
      : `${n} lignes disent quelque chose de quelqu’un`,
  tableLead:
    'Ces lignes restent de côté. Lisez-les une à une : cochez celles où la personne est ' +
    'd’accord, ou qui ne parlent de personne.',
  tableRest: (n: number) =>
    n === 1
      ? 'Une autre reste de côté : écrivez d’abord celles-ci, puis apportez de nouveau le ' +
        'même tableau.'
      : `${n} autres restent de côté : écrivez d’abord celles-ci, puis apportez de nouveau le ` +
        'même tableau.',
  writeTitle: 'Avant d’écrire',
  personAgrees: 'Oui, cette personne est d’accord, ou ce n’est pas une personne',
  /** Of words that are perhaps names, and nothing surer. */
  writeMaybe: (words: readonly string[]) => {
    const said = words.map(one => `«\u00a0${one}\u00a0»`).join(', ')
    return (
      `Est-ce le nom de quelqu’un\u00a0: ${said}\u00a0? ` +
      'Si cette personne n’est pas d’accord, corrigez.'
    )
  },
  writeAsk: (why: string) =>
    `Cela dit quelque chose de quelqu’un : ${why}. Si cette personne n’est pas d’accord, corrigez.`,
  strip: ({ name, notes, says, isMinor }: Strip) =>
    `${
      says === 'no'
        ? `${name} a dit non sur sa bande d’accord`
        : `On attend encore l’accord de ${name}`
    }` +
    `${notes ? ` (notes «\u00a0${notes}\u00a0»)` : ''}.` +
    `${
      isMinor ? ' Les notes disent moins de 18 ans\u00a0: il faut aussi le oui d’un parent.' : ''
    }`,
}
