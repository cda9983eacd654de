import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

/** What twelve people put on slips of paper: propose, cherche or coup-de-main, as they wrote it. */
const SLIPS: readonly (readonly [
  who: string,
  reach: string,
  slips: readonly (readonly ['propose' | 'cherche' | 'un coup de main', string])[],
])[] = [
  [
    'Odile',
    'à la boulangerie, avant midi',
    [
      ['propose', 'je prête mon échelle coulissante'],
      ['cherche', 'des bocaux à confiture'],
    ],
  ],
  [
    'Bruno',
    '04 99 00 00 21',
    [
      ['propose', 'je donne du fumier bien mûr'],
      ['un coup de main', 'je cherche deux paires de bras pour rentrer mon bois'],
    ],
  ],
  [
    'Nadia',
    'par Kwan, au bar',
    [
      ['propose', 'je garde des enfants le mercredi'],
      ['cherche', 'une place pour Boën le jeudi matin'],
    ],
  ],
  [
    'Léo',
    'à l’école, à quatre heures et demie',
    [
      ['cherche', 'du papier à dessin pour la classe'],
      ['propose', 'je peux apprendre à coudre'],
    ],
  ],
  [
    'Inès',
    'au local, le mercredi',
    [
      ['propose', 'des plants de tomates'],
      ['cherche', 'un broyeur pour mes haies'],
    ],
  ],
  [
    'Hugo',
    'par Malo, qui transmet',
    [
      ['propose', 'je prête mon broyeur'],
      ['cherche', 'des planches de châtaignier'],
    ],
  ],
  [
    'Rosa',
    'place de l’église, le samedi',
    [
      ['propose', 'je descends à Boën demain matin, une place'],
      ['cherche', 'quelqu’un pour relire une lettre'],
    ],
  ],
  [
    'Malo',
    'au bar, le mardi',
    [
      ['cherche', 'un terrain à cultiver, même petit'],
      ['propose', 'je répare les vélos'],
    ],
  ],
  [
    'Zoé',
    'par sa voisine, au 3',
    [
      ['propose', 'je donne des vêtements de bébé'],
      ['un coup de main', 'je cherche de l’aide pour porter un piano'],
    ],
  ],
  [
    'Blaise',
    '04 99 00 00 22',
    [
      ['propose', 'je loue ma remorque, vingt euros'],
      ['cherche', 'une tronçonneuse, un samedi'],
    ],
  ],
  [
    'Anouk',
    'à la médiathèque',
    [
      ['propose', 'je lis à voix haute'],
      ['cherche', 'un métier à tisser'],
    ],
  ],
  [
    'Gaston',
    'au marché, le samedi',
    [
      ['propose', 'j’échange des œufs contre du miel'],
      ['cherche', 'un abri pour deux chèvres'],
      ['propose', 'je prête ma bétonnière'],
    ],
  ],
]
const PEOPLE = SLIPS.map(([who]) => who)

/**
 * *L’épreuve de la soirée*: twelve people, one box, one keeper who keys their slips, without
 * scripts.
 */
describe('an evening', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  it('twenty-five slips of twelve people are keyed one after another', async t => {
    let actions = 0
    for (const [who, reach, slips] of SLIPS)
      for (const [n, [kind, sentence]] of slips.entries()) {
        if (n === 0) {
          await keeper.goto('/annonces/saisie')
          await keeper.getByLabel('Prénom').fill(who)
          const phone = /^\d/.test(reach)
          await keeper.getByLabel(phone ? 'mon téléphone, affiché' : 'passer par quelqu’un').check()
          await keeper
            .getByLabel(phone ? 'Téléphone' : 'Qui, où, quand', { exact: true })
            .fill(reach)
          actions += 3
        } else {
          await keeper.getByRole('link', { name: 'encore un papier de la même personne' }).click()
          actions++
        }
        // Each paper has its own boxes.
        await keeper.locator('#f-accord-voisins').check()
        await keeper.getByLabel(kind, { exact: true }).check()
        await keeper.getByLabel('En une phrase').fill(sentence)
        await keeper.getByRole('button', { name: 'Noter, et le suivant' }).click()
        assert.match(await seen(keeper.getByRole('status')), /C’est noté/, `${who}: ${sentence}`)
        actions += 4
      }
    t.diagnostic(
      `${SLIPS.flatMap(([, , slips]) => slips).length} slips, ${actions} fields and buttons`,
    )
    assert.match(await textOf(keeper), /25 annonces aujourd’hui/)
  })

  it('each is on the page, a sentence with a first name, for anybody without an account', async () => {
    const visitor = await box.visitor()
    await visitor.goto('/annonces')
    const all: string[] = []
    for (;;) {
      all.push(await textOf(visitor))
      const next = visitor.getByRole('link', { name: /suivant/i })
      if ((await next.count()) === 0) break
      await next.first().click()
    }
    const text = all.join(' ')
    const said = [
      'Odile : « je prête mon échelle coulissante »',
      'Inès propose : « des plants de tomates »',
      'Blaise : « je loue ma remorque, vingt euros »',
      'Gaston : « j’échange des œufs contre du miel »',
      'Malo cherche un terrain à cultiver, même petit',
    ]
    for (const sentence of said) assert.ok(text.includes(sentence), sentence)
    await visitor.context().close()
  })

  it('each goes home with a strip: what they said, and what answers it when something does', async () => {
    await keeper.goto('/annonces/saisie')
    await keeper.getByRole('link', { name: 'Bandelettes à emporter' }).click()
    const strips = keeper.locator('.strip')
    assert.deepEqual((await strips.locator('h2').allInnerTexts()).sort(), [...PEOPLE].sort())
    assert.match(
      await seen(strips.filter({ has: keeper.getByRole('heading', { name: 'Inès' }) })),
      /Inès cherche : « un broyeur pour mes haies ».*Hugo : « je prête mon broyeur »/,
    )
    await keeper.emulateMedia({ media: 'print' })
    assert.ok(await strips.first().isVisible())
    assert.equal(await keeper.locator('header nav').first().isVisible(), false)
    const pdf = (await keeper.pdf({ format: 'A4' })).toString('latin1')
    assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length <= 3)
    await keeper.emulateMedia({ media: null })
  })

  it('nobody had to make an account', async () => {
    await keeper.goto('/habitants')
    for (const who of PEOPLE)
      assert.equal(
        await keeper.locator('main').getByRole('link', { name: who, exact: true }).count(),
        0,
      )
  })
})
