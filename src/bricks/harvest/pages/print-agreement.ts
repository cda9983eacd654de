import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { sayCode } from '../../../core/code.ts'
import { dayPlain } from '../../../text/days.ts'
import { aboutOf, codeFor, isMinorIn, unanswered } from '../model/agreement.ts'
import { isPresentOnly, linesOf } from '../model/agreement-lines.ts'
import type { Someone } from '../model/people.ts'
import type { fr } from '../words/fr.ts'
import { keeperName } from './keeper.ts'

type Words = typeof fr

/**
 * *Feuille d’accord*: a strip for each person of a harvest who has not answered, to cut and to pass
 * on. It stays the keeper's.
 */
export const agreementPrint: Print<Words> = {
  kind: 'accord',
  ofOne: true,
  who: 'keeper',
  lacks: (kit, read, words) =>
    unanswered(read, read.types, kit.request.params['id'] ?? '').length > 0
      ? words.agreement.noCodes
      : undefined,
  make: (kit, read, words): Paper | undefined => {
    const of = read.one(harvest, kit.request.params['id'] ?? '', 'home')
    if (!of) return undefined
    const all = unanswered(read, read.types, of.id)
    // A strip without its code could not be keyed.
    const people = all.filter(({ first }) => codeFor(read, first.id))
    if (people.length === 0 && all.length > 0) return undefined
    const name = kit.territory?.name ?? words.noName
    const keeper = keeperSaid(kit.territory, words.keeper)
    return {
      title: words.agreementTitle,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      blocks: [
        { is: 'title', words: words.agreementTitle },
        { is: 'words', words: words.agreement.lead(name, kit.territory?.keptBy ?? keeper) },
        ...(people.length === 0 ? [{ is: 'lead' as const, words: words.agreementNone }] : []),
        ...people.map(one => strip(one, keeper, { kit, read, words })),
      ],
      foot: [keeper, words.printedOn(dayPlain(kit.request.today, kit.request.lang))],
    }
  },
}

type With = Readonly<{ kit: Kit; read: Reader; words: Words }>

function strip(someone: Someone, keeper: string, { kit, read, words }: With): PrintBlock {
  const { name, first } = someone
  const given = codeFor(read, first.id)
  const code = given && sayCode({ word: given.word ?? '', digits: given.digits ?? '' })
  const about = aboutOf(read.types, read, someone)
  const isMinor = isMinorIn(someone)
  const w = words.agreement
  const lines = linesOf(read.types, read, someone)
  const shown = words.agreement.shown(kit.territory?.name ?? '', name, about)
  return {
    is: 'kept',
    blocks: [
      { is: 'rule' },
      {
        is: 'items',
        bare: true,
        items: [
          {
            words: [{ b: name }],
            under: [shown, ...(isMinor ? [words.agreement.minor] : [])],
            ...(code ? { code: `${words.stripCode} ${code}` } : {}),
          },
        ],
      },
      {
        is: 'blanks',
        blanks: [
          { label: '', ticks: [words.agreeYes, words.agreeUnnamed, words.agreeNo] },
          ...(isMinor
            ? [
                { label: '', ticks: [words.agreement.parentYes] },
                { label: words.agreement.parentName, lines: 1 },
              ]
            : []),
          ...lines.map(({ words: said }) => ({ label: said, ticks: Object.values(w.line) })),
          ...(lines.length > 0 ? [{ label: w.lineWords, lines: 1 }] : []),
          ...(isPresentOnly(read, someone)
            ? [{ label: w.present, ticks: [w.line.right, w.line.drop] }]
            : []),
          { label: '', ticks: [words.agreePrinted] },
          { label: words.agreement.reach, lines: 1 },
          { label: words.stripKept(keeperName(kit)), lines: 1 },
        ],
      },
      {
        is: 'small',
        words: `${words.agreement.unnamedReachHint} ${words.agreement.back(keeper, about)}`,
      },
    ],
  }
}
