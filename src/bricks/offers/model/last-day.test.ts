import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../../../core/letters/words.ts'
import { lastDayTold } from './last-day.ts'
import { toldMode } from './modes.ts'

/** A Monday. */
const today = '2026-11-30'
const last = (side: 'offer' | 'need', sentence: string) =>
  lastDayTold(sentence, { side, mode: toldMode(fold(sentence)) }, { today })

test('what is looked for, lent or helped with on a day is of use until that day', () => {
  for (const [side, sentence, day] of [
    ['need', 'coup de main samedi après-midi', '2026-12-05'],
    ['offer', 'je peux donner un coup de main samedi après-midi', '2026-12-05'],
    ['need', 'je cherche la salle le 20 décembre au soir', '2026-12-20'],
    ['need', 'quelqu’un pour garder mon fils après-demain matin', '2026-12-02'],
    ['need', 'une échelle jusqu’à dimanche', '2026-12-06'],
    ['offer', 'je prête mon échelle jusqu’à dimanche', '2026-12-06'],
    ['offer', 'poules à donner avant le 12', '2026-12-12'],
    ['need', 'need a ladder on Saturday', '2026-12-05'],
  ] as const)
    assert.equal(last(side, sentence), day, sentence)
})

test('a beginning, an exception, a past or a second day ends nothing', () => {
  for (const [side, sentence] of [
    ['offer', 'je donne des poireaux récoltés samedi'],
    ['offer', 'je prête ma remorque sauf samedi'],
    ['offer', 'je prête ma remorque à partir de samedi'],
    ['need', 'depuis lundi je cherche mon chat'],
    ['need', 'chat perdu samedi à Sail'],
    ['need', 'je cherche un chauffage, pas avant vendredi'],
    ['need', 'une échelle samedi ou dimanche'],
    ['need', 'une échelle du 12 au 15 décembre'],
    ['need', 'garde d’enfant tous les mercredis'],
    ['need', 'quelqu’un pour garder mon fils le mercredi'],
    ['need', 'un vélo pour ma fille'],
    ['offer', 'je vends mon vélo, visible samedi'],
  ] as const)
    assert.equal(last(side, sentence), undefined, sentence)
})
