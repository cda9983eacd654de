import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from '../../text/guard/guard.ts'
import { findingsAboutOthers } from './guarded.ts'

const said = (text: string): readonly string[] =>
  findingsAboutOthers(guard(text, ['Nadia']), text).map(one => one.said)

test('where one who asks has to be, or their child, tells of nobody else', () => {
  for (const text of [
    'cherche conduite, prise de sang jeudi',
    'cherche un trajet, rendez-vous chez le kiné lundi',
    'Nadia : « cherche quelqu’un pour garder la petite le mercredi »',
    'besoin de bottes, la petite a besoin de chaussures',
  ])
    assert.deepEqual(said(text), [], text)
})

test('the same of a third person, or of somebody who is named, is still told of another', () => {
  for (const text of [
    'cherche conduite, elle a une prise de sang jeudi',
    'cherche un trajet pour sa prise de sang',
    'prise de sang jeudi au moulin',
    'cherche conduite pour Rosa, prise de sang jeudi',
    'cherche quelqu’un pour garder la petite de Rosa',
    'cherche visites, la malade du moulin est en chimio',
  ])
    assert.notDeepEqual(said(text), [], text)
})
