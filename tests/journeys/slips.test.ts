import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Stage, seen, skipOf, stage, textOf, WIDE } from './server.ts'

type Kind = 'propose' | 'cherche' | 'un coup de main'
type Slip = readonly [
  who: string,
  kind: Kind,
  sentence: string,
  reach: string,
  agrees: 'here' | 'around',
]
/** Twenty slips as they lie on the counter, in the order of the pile. */
const PILE: readonly Slip[] = [
  [
    'Odile',
    'propose',
    'je prête mon échelle coulissante',
    'à la boulangerie, avant midi',
    'around',
  ],
  ['Bruno', 'cherche', 'je cherche des planches de châtaignier', '04 99 00 00 21', 'around'],
  ['Nadia', 'propose', 'je garde des enfants le mercredi', 'par Kwan, au bar', 'around'],
  ['Léo', 'un coup de main', 'je cherche deux bras pour rentrer mon bois', 'à l’école', 'around'],
  ['Inès', 'propose', 'je donne des plants de tomates', 'au local, le mercredi', 'around'],
  ['Hugo', 'cherche', 'je cherche un broyeur pour mes haies', 'par Malo', 'around'],
  ['Rosa', 'propose', 'je donne trois stères de chêne', 'place de l’église', 'here'],
  ['Malo', 'propose', 'je répare les vélos', 'au bar, le mardi', 'around'],
  ['Zoé', 'propose', 'je donne des vêtements de bébé', 'par sa voisine', 'around'],
  ['Blaise', 'cherche', 'je cherche une tronçonneuse, un samedi', '04 99 00 00 22', 'around'],
  ['Anouk', 'propose', 'je lis à voix haute', 'à la médiathèque', 'around'],
  ['Gaston', 'cherche', 'je cherche un abri pour deux chèvres', 'au marché', 'around'],
  ['Lila', 'propose', 'je prête ma bétonnière', 'au four', 'around'],
  ['Marius', 'propose', 'j’apprends à greffer', 'au verger', 'around'],
  ['Elsa', 'cherche', 'je cherche des bocaux', 'à l’épicerie', 'around'],
  ['Aimé', 'un coup de main', 'je cherche de l’aide pour un toit', 'au bar', 'around'],
  ['Jeanne', 'propose', 'je donne des boutures de figuier', 'chez elle, le soir', 'here'],
  ['Victor', 'propose', 'je prête un tivoli', 'à la mairie', 'around'],
  ['Salomé', 'cherche', 'je cherche un accordéon', 'par Rosa', 'around'],
  ['Denis', 'propose', 'je partage mon compost', 'au jardin', 'around'],
]

/**
 * A pile of paper comes back to the counter and is keyed, without scripts, in fields and clicks
 * that are counted.
 */
describe('a pile of slips', { skip: skipOf(import.meta.filename) }, () => {
  let box: Stage
  let keeper: Page
  let code = ''
  before(async () => {
    box = await stage()
    keeper = await box.keeper(WIDE)
  })
  after(() => box?.end())

  it('blank slips are prepared and printed, with a code to say aloud', async () => {
    await keeper.goto('/billets')
    await keeper.getByLabel('Je propose, je cherche').check()
    await keeper.getByRole('button', { name: 'Préparer' }).click()
    code = /billet \d\d \d\d/.exec(await textOf(keeper))?.[0] ?? ''
    assert.notEqual(code, '')
    const href = await keeper.getByRole('link', { name: 'Imprimer' }).getAttribute('href')
    const answer = await keeper.context().request.get(box.address + href)
    assert.equal(answer.headers()['content-type'], 'application/pdf')
  })

  it('the code, typed in the search, opens the page where they are keyed', async () => {
    await keeper.goto('/')
    await keeper.getByRole('searchbox').fill(code)
    await keeper.getByRole('searchbox').press('Enter')
    await keeper
      .locator('main')
      .getByRole('link', { name: `Ce code ouvre\u00a0: ${code.replaceAll(' ', '\u00a0')}` })
      .click()
    assert.equal(new URL(keeper.url()).pathname, '/annonces/saisie')
  })

  it(
    'twenty slips are keyed in the order of the paper: three fields, at most two clicks, and ' +
      'Enter',
    async t => {
      let [fields, clicks, keys] = [0, 0, 0]
      await keeper.getByText('Pour toute la pile').click()
      await keeper.getByLabel('Qui saisit').fill('Kwan')
      for (const [who, kind, sentence, reach, agrees] of PILE) {
        // The first field is ready: nobody clicks to begin.
        assert.equal(
          await keeper.locator(':focus').getAttribute('name'),
          who === PILE[0]![0] ? 'saisi' : 'who',
        )
        await keeper.getByLabel('Prénom').fill(who)
        if (kind !== 'propose') {
          await keeper.getByLabel(kind, { exact: true }).check()
          clicks++
        }
        await keeper.getByLabel('En une phrase').fill(sentence)
        await keeper.getByLabel('Comment joindre').fill(reach)
        await keeper
          .getByLabel(agrees === 'here' ? 'affiché ici' : 'et dans les villages voisins')
          .check()
        await keeper.getByLabel('Comment joindre').press('Enter')
        assert.match(await seen(keeper.getByRole('status')), /C’est noté/, who)
        fields += 3
        clicks += 1
        keys += 1
        assert.equal(
          await keeper.locator('[name=saisi]').inputValue(),
          'Kwan',
          'who keys stays from slip to slip',
        )
      }
      t.diagnostic(`${PILE.length} slips: ${fields} fields, ${clicks} clicks, ${keys} times Enter`)
      assert.equal(fields, 60)
      assert.ok(clicks <= 30)
    },
  )

  it(
    'what was agreed to is on the page; what was agreed here alone is read here, and leaves ' +
      'in no file',
    async () => {
      const visitor = await box.visitor()
      const files = ['offer', 'need'].map(name =>
        visitor.context().request.get(`${box.address}/donnees/${name}.csv`),
      )
      const all = (await Promise.all((await Promise.all(files)).map(file => file.text()))).join()
      await visitor.goto('/chercher?q=tivoli')
      assert.match(await textOf(visitor), /Victor\s: «\sje prête un tivoli\s»/)
      await visitor.goto('/chercher?q=figuier')
      assert.match(await seen(visitor.locator('main')), /figuier/)
      assert.ok(all.includes('tivoli') && !all.includes('figuier'))
      await visitor.context().close()
    },
  )

  it('a photograph of the pile is kept beside it, and nobody else sees it', async () => {
    await keeper.goto('/billets')
    await keeper.locator('main').getByRole('link', { name: 'Je propose, je cherche' }).click()
    const page = new URL(keeper.url()).pathname
    await keeper
      .locator('input[type=file]')
      .setInputFiles({ name: 'pile.png', mimeType: 'image/png', buffer: PICTURE })
    await keeper.getByRole('button', { name: 'Garder la photo' }).click()
    assert.match(await seen(keeper.getByRole('status')), /La photo est gardée/)
    const visitor = await box.visitor()
    await visitor.goto(page)
    assert.match(await textOf(visitor), /Phrase de passe/)
    await visitor.context().close()
  })
})

/** One white point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
)
