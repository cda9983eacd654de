import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { TOPICS_SUM, topics } from '../src/bricks/offers/model/topics/topics.cjs'
import { rowsIn, topicName, topicsOf } from '../src/bricks/offers/model/topics/topics.ts'
import { sumOf } from './topics/compiled.ts'
import { topicLines } from './topics/lines.ts'
import { train } from './topics/train.ts'

const about = (text: string): string => topicName(topicsOf(text)[0]?.topic ?? -1)

test('the topics were learnt from the lines that are there', () => {
  const lines = topicLines()
  assert.deepEqual(lines.faults, [])
  assert.equal(
    sumOf(lines),
    TOPICS_SUM,
    'src/bricks/offers/topics/*.tsv changed: run `node bin/make-topics.ts` (five minutes)',
  )
})

test('each word of a sorted text has its row, and no other word has one', () => {
  for (const text of [topics().features, '', 'seul', 'a;ab;b']) {
    const words = text === '' ? [] : text.split(';')
    const rowOf = rowsIn(text)
    assert.deepEqual(words.map(rowOf), [...words.keys()])
    for (const one of ['', ';', 'a;ab', 'a~', '~']) assert.equal(rowOf(one), undefined)
  }
})

test('a sentence is about what a neighbour would hear, named or not', () => {
  for (const [said, topic] of [
    ['Je répare les vélos', 'réparer un vélo'],
    ['Mes chéneaux débordent, ils sont pleins de feuilles', 'nettoyer les gouttières'],
    ['Je vide mes bocaux, une quarantaine avec couvercles', 'bocaux'],
    ['Coiffeuse retraitée, coupe et couleur à la maison', 'coiffer à domicile'],
  ] as const)
    assert.equal(about(said), topic, said)
  assert.deepEqual(topicsOf(''), [])
  assert.deepEqual(topicsOf('zzzz'), [])
})

test('words that share a stem and are no family are about two matters', () => {
  for (const [said, topic] of [
    ['Qui va au marché le jeudi\u202f?', 'trajet marché et courses'],
    ['Qui marche le jeudi\u202f?', 'marcher en groupe'],
  ] as const)
    assert.equal(about(said), topic, said)
  const isOf = (said: string, topic: string): boolean =>
    topicsOf(said).some(one => topicName(one.topic) === topic)
  assert.deepEqual(
    [isOf('Prête plancha', 'planches'), isOf('Crépi à refaire', 'crêpière')],
    [false, false],
  )
})

test('the words of a topic are told as they are written, and chances sum to one at most', () => {
  const said = 'Mes CHÉNEAUX débordent'
  const [first, ...others] = topicsOf(said)
  assert.deepEqual(first?.words[0], 'chéneaux')
  assert.ok([first!, ...others].reduce((sum, { sure }) => sum + sure, 0) <= 1.000_001)
})

test('lines that are written wrongly are told with their file and their place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'topics-'))
  try {
    writeFileSync(
      join(folder, 'a.tsv'),
      'sujet\tcote\tphrase\nvélo\toffre\tJe donne un vélo\nvélo\tOffre\tUn vélo\nvélo\toffre\n',
    )
    writeFileSync(join(folder, 'a-champs.tsv'), 'sujet\tsurs\tappuis\nmoto\tmoto\tcasque\n')
    writeFileSync(
      join(folder, 'a-liens.tsv'),
      'offre\tdemande\tniveau\tphrase_offre\tphrase_demande\nvélo\tvélo\tsûr\tx\ty\n',
    )
    const { sentences, fields, links, faults } = topicLines(folder)
    assert.equal(sentences.length, 1)
    assert.deepEqual([fields, links], [[], []])
    assert.deepEqual(faults, [
      'a.tsv:4: 2 columns, and 3 are needed',
      'a.tsv:3: sujet, cote (offre or demande) and phrase are needed',
      'a-champs.tsv:2: no sentence has the topic “moto”',
      'a-liens.tsv:2: niveau is repond or servir',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the same lines and seed teach the same, and two topics are told apart', () => {
  const sentence = (topic: string, text: string) => ({ where: '', topics: [topic], text })
  const sentences = [
    sentence('vélo', 'Je donne une bicyclette'),
    sentence('vélo', 'Cherche bicyclette pour ma fille'),
    sentence('pain', 'Je cuis du levain'),
    sentence('pain', 'Cherche levain'),
  ]
  const learnt = () => train(sentences, [], { passes: 5, seed: 1, bags: 0 })
  const { weights, features, topics } = learnt()
  assert.deepEqual(learnt().weights, weights)
  const told = (key: string, topic: string): number =>
    weights[features.get(key)! * topics.length + topics.indexOf(topic)]!
  assert.ok(told('bicyclet', 'vélo') > told('bicyclet', 'pain'))
  assert.ok(told('levain', 'pain') > told('levain', 'vélo'))
})
