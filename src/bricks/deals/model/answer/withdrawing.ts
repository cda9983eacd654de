import type { DecideContext } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { fr } from '../../words/fr.ts'
import { toldNext } from '../news.ts'
import { agreedNoMore } from '../part-judged.ts'
import type { SaidOn, WholeDeal } from '../read.ts'
import { deal, dealAnswer } from '../records.ts'
import { beforeMove, isWordAlone, type Party } from '../rules.ts'
import { answerDraft, nextOf, sideOf } from '../sides.ts'
import { undoneSlip } from '../slips.ts'
import { askedBy } from '../stands.ts'

const say: Say<typeof fr> = message

/** Another moment that a party asked, and the one that it answered. */
type Counter = Readonly<{ act: SaidOn; before: SaidOn }>

/**
 * Another moment that a party asked last instead of a proposed one, and that nobody answered. One
 * that was asked instead of an agreed moment has its own way back (`beforeMove`).
 */
export function counterOf(whole: WholeDeal, { key }: Party): Counter | undefined {
  const { row, state, parties, said } = whole
  const act = said.findLast(one => !isWordAlone(one))
  if (row.box !== null || state !== 'proposed' || act?.says !== 'other' || act.key !== key)
    return undefined
  if (beforeMove(parties, said) !== undefined) return undefined
  const earlier = said.slice(0, said.indexOf(act))
  const before = askedBy({ parties, said: earlier })
  return before && before.when !== null ? { act, before } : undefined
}

/** *Retirer ma proposition*: the moment that was asked before is asked again. */
export function withdraw(
  whole: WholeDeal,
  party: Party,
  { act, before }: Counter,
  of: DecideContext<typeof fr>,
): Decision {
  const { at } = of
  const { slip, forget } = undoneSlip(whole, party, act, of)
  const back = { says: 'back', undid: 'other', ...(slip ? { slip: slip.record } : {}) } as const
  const others = toldNext(whole.parties, party, at.me)
  const left = whole.said.filter(one => one !== act)
  return {
    drafts: [
      { type: dealAnswer.name, record: act.id, fields: { removed: true } },
      answerDraft(whole.row.id, sideOf(party), back, at),
      draft(deal, whole.row.id, {
        when: before.when,
        where: before.where ?? null,
        unseen: others.length > 0 ? others : null,
        lived: at.lived(),
      }),
      ...agreedNoMore(whole, left, of),
      ...(slip ? [slip] : []),
    ],
    forget,
    ...nextOf(whole.row.id, at),
    said: say('wentBack'),
  }
}
