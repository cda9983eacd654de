import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { fits } from '../../../core/form/fit.ts'
import { one } from '../../../core/form/input.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import { panelChanges, tiedAlso } from './panel.ts'
import { piecesOf } from './pieces.ts'
import { leaveUndo, placeOf } from './reading.ts'
import { sameNamed } from './same.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * What somebody picked in the text, as the server read it: a kind and its words, with the ties that
 * the rules find. `other`: the home record of the piece at the other end. `minor`: of a person whom
 * the notes say under 18. `cut`: what says somebody was taken out of its words, which wait then.
 */
export type PickedPart = Readonly<{
  kind: string
  title: string
  fields: Readonly<Record<string, unknown>>
  from: number
  till: number
  person: boolean
  minor: boolean
  cut: boolean
  ties: readonly Readonly<{ rel: string; other: string; out: boolean }>[]
}>

/** `pick`: a sentence becomes a record, in `home`, kept by who picked it. */
export const pickPiece: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'pick',
  path: '/cueillette/prendre-lu',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    const picked = ownJson<PickedPart | null>(one(input, 'picked'))
    const type = read.types.get(picked?.kind ?? '')
    if (!of) return { refused: say('nothingThere') }
    const open = panelChanges(input, read, at)
    if ('refused' in open) return open
    if (!picked || !type) return { refused: say('reading.nothingLeft') }
    const [record, proposed] = [at.newId(), at.newId()]
    const all = new Map(piecesOf(read, of.id).map(one => [one.piece ?? '', one]))
    const ties = picked.ties.filter(tie => all.has(tie.other))
    const fields = fieldsFor(type, picked)
    const drafts: readonly Draft[] = [
      { type: type.name, record, fields, space: 'home' },
      {
        type: proposal.name,
        record: proposed,
        fields: {
          of: type.name,
          piece: record,
          sentBy: 'harvest',
          state: picked.person || picked.cut ? 'waiting' : 'kept',
          harvest: of.id,
          from: picked.from,
          till: picked.till,
          certainty: 1,
          person: picked.person,
          ties: ties.flatMap(tie => (tie.out ? [`${tie.rel}:${tie.other}`] : [])),
          byHand: true,
          ...(picked.minor ? { minor: true } : {}),
          ...(picked.person ? {} : sameNamed(read, type, String(fields[type.title] ?? ''))),
        },
      },
      ...ties.flatMap(tie =>
        tie.out ? [] : [tiedAlso(all.get(tie.other)!, `${tie.rel}:${record}`)],
      ),
    ]
    return {
      drafts: joined([...open.drafts, ...drafts]),
      ...(open.forget.length > 0 ? { forget: open.forget } : {}),
      next: placeOf(of.id, {
        from: picked.from,
        ...(picked.cut ? { open: proposed } : { mark: proposed }),
      }),
      said: picked.person
        ? say('reading.pickedPerson', picked.title)
        : picked.cut
          ? say('reading.pickedCut')
          : say('reading.picked', String(fields[type.title] ?? '')),
      undo: leaveUndo(of.id, proposed),
    }
  },
}

const fieldsFor = (type: RecordType, picked: PickedPart): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries({
      ...picked.fields,
      [type.title]: picked.fields[type.title] ?? picked.title,
    }).filter(([name, value]) => type.fields[name] !== undefined && fits(type.fields[name], value)),
  ) as Readonly<Record<string, Value>>
