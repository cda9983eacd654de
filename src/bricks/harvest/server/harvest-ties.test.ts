import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'

const HEAD = 'Comité du 6 novembre 2026\nPrésents : Luc, Jo Mathevon, Yvette\n\n'
/** The ties of what stands below, one by one: *Épicerie · Un frigo*. */
function tied(said: string): readonly string[] {
  const { candidates, links } = harvested(HEAD + said)
  const title = (id: string): string => candidates.find(one => one.id === id)?.title ?? ''
  return links.map(link => `${title(link.from)} · ${title(link.to)}`)
}
const skip = lacking('need') || lacking('initiative') || lacking('event')

for (const [name, gap, dash] of [
  ['apart', '\n', ''],
  ['without a blank line', '', ''],
  ['in a list', '', '- '],
] as const)
  test(`what is needed is for its own project, not for what was told before: ${name}`, {
    skip,
  }, () => {
    const lines = [
      'Vide grenier dimanche 17 octobre 2027.',
      `${gap}Projet épicerie`,
      "Besoin d'un frigo",
      `${gap}Projet four à pain`,
      'Besoin de bois sec',
    ]
    const ties = tied(lines.map(line => line.replace(/^(\n?)/, `$1${dash}`)).join('\n'))
    assert.ok(ties.includes('Épicerie · Un frigo'), ties.join('\n'))
    assert.ok(ties.includes('Four à pain · Bois sec'), ties.join('\n'))
    assert.deepEqual(
      ties.filter(tie => /Vide grenier/.test(tie)),
      [],
    )
  })

test('a blank line ends what a title that its text hugs is about', { skip }, () => {
  const ties = tied("Projet épicerie\nBesoin d'un frigo\n\nYvette a 40 chaises à prêter.\n")
  assert.ok(!ties.some(tie => /Épicerie.*chaises/.test(tie)), ties.join('\n'))
})

test('whoever is named next does not carry a project, nor does one’s kin', { skip }, () => {
  const ties = tied(
    'Projet épicerie\nJo voit le maire pour les clés.\n\n' +
      'Projet four à pain\nLe fils Mathevon cherche un maçon.\n',
  )
  assert.deepEqual(
    ties.filter(tie => /Mathevon · (?:Épicerie|Four|Un maçon)/.test(tie)),
    [],
  )
})

test('what somebody gives is theirs when their name has no capital', {
  skip: lacking('offer'),
}, () => {
  assert.deepEqual(tied('- yvette a 40 chaises à prêter\n- un banc à donner\n'), [
    'Yvette · À prêter\u00a0: 40 chaises',
  ])
})
