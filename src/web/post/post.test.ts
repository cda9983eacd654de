import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenIn } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { PASSPHRASE, testBox } from '../../../tests/support/test-box.ts'
import { bricks } from '../../app/bricks.ts'
import { brick } from '../../contract/brick.ts'
import { html } from '../../contract/html.ts'
import { message } from '../../contract/message.ts'
import { idFrom } from '../../core/id.ts'
import { post } from '../../ui/post.ts'
import { localOnly } from './again.ts'
import { splitForm } from './form-in.ts'
import { turnId } from './post.ts'

const NOON = Date.UTC(2026, 10, 24, 12)
const tour = idFrom(NOON - 60_000, new Uint8Array(10).fill(7))
const asked = { command: 'plain.write', input: { title: 'Une échelle' } }

test('the same form sent twice is one turn; corrected, or sent to another command, it is another', () => {
  const id = turnId({ tour }, asked, NOON)
  assert.equal(turnId({ tour }, asked, NOON + 5_000), id)
  assert.notEqual(turnId({ tour }, { ...asked, input: { title: 'Un escabeau' } }, NOON), id)
  assert.notEqual(turnId({ tour }, { ...asked, command: 'plain.remove' }, NOON), id)
})

test(
  'an id of another time, or none, is drawn anew: nobody fills the kept answers with ids that ' +
    'never grow old',
  () => {
    const year = 365 * 86_400_000
    for (const other of ['', 'x', '0'.repeat(26), idFrom(NOON + 10 * year, new Uint8Array(10))]) {
      const id = turnId({ tour: other }, asked, NOON)
      assert.notEqual(id, turnId({ tour: other }, asked, NOON))
      assert.equal(id.slice(0, 10), idFrom(NOON, new Uint8Array(10)).slice(0, 10))
    }
  },
)

test('a refusal that a page does not say stands above it, and the page comes back', async () => {
  const fr = { types: {}, full: 'C’est plein.' }
  const deaf = brick({
    name: 'deaf',
    records: [],
    commands: [
      {
        name: 'ask',
        path: '/place/demander',
        who: 'visitor',
        decide: () => ({ refused: message('full') }),
      },
    ],
    pages: [
      {
        path: '/place',
        show: ({ form }) => ({
          title: 'La place',
          body: html`<h1>La place</h1>${post(form(), '/place/demander', { button: 'Demander' })}`,
        }),
      },
    ],
    words: { fr, en: fr },
  })
  using box = testBox({ bricks: [...bricks, deaf] })
  const answer = await box.visitor().send('/place', {}, '/place/demander')
  assert.equal(answer.status, 422)
  assert.match(answer.body, /role="alert".*C’est plein.*<h1>La place.*<button>Demander/s)
  assert.match(answer.body, /<title>À corriger\u00a0: La place/)
  assert.match(answer.body, /<div class="refused" role="alert" tabindex="-1" autofocus>/)
})

test('a turn leads to an address of this box only', () => {
  for (const away of [
    '//ailleurs.example',
    '/\\\\ailleurs.example',
    'https://ailleurs.example',
    'javascript:x',
    '',
    '/\t/ailleurs.example',
    '/\n/x',
  ])
    assert.equal(localOnly(away), '/')
  assert.equal(localOnly('/annonces?q=//x'), '/annonces?q=//x')
})

test(
  'a record’s own field keeps its value when the form has one of the same name, which stands ' +
    'first',
  () => {
    const sent = { tour, from: ['/annonces/1/modifier', 'x1'], title: 'une échelle' }
    assert.deepEqual(splitForm(sent), {
      own: { tour, from: '/annonces/1/modifier' },
      input: { from: 'x1', title: 'une échelle' },
    })
    assert.deepEqual(splitForm({ from: '/x', title: 'une échelle' }), {
      own: { from: '/x' },
      input: { title: 'une échelle' },
    })
  },
)

test(
  'a page of elsewhere makes nobody do its wish by signing in, whatever it hides of where it ' +
    'stands',
  async () => {
    using box = testBox()
    const id = box.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
    const jeton = hiddenIn((await box.visitor().get('/annonces/proposer')).body, 'jeton')
    const wish = { jeton, id, why: 'par un autre' }
    const victim = box.visitor()
    for (const more of [
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
      { origin: 'https://ailleurs.example' },
    ]) {
      const answer = await victim.post('/annonces/cacher', wish, more)
      assert.equal(answer.status, 403)
      assert.doesNotMatch(answer.body, /name="tenu"/, JSON.stringify(more))
      assert.equal(
        (await victim.post('/entrer/carte', { jeton, number: '1234', words: 'a b c d' }, more))
          .status,
        403,
      )
    }
    const ours = await victim.post('/annonces/cacher', wish)
    assert.match(ours.body, /name="tenu"/, 'a page of ours holds what was written')
  },
)

test('a sign-in page holds what was written for a day', async () => {
  using box = testBox()
  const id = box.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
  const keeper = box.visitor()
  const jeton = hiddenIn((await keeper.get('/annonces/proposer')).body, 'jeton')
  const page = await keeper.post('/annonces/cacher', { jeton, id, why: 'deux fois' })
  box.later(2 * 86_400_000)
  await keeper.fill(page, '/entrer', { passphrase: PASSPHRASE })
  assert.equal(box.read.called(id)?.title, 'Une échelle')
})

test('whom a notice is from is saved by the form that asks it', {
  skip: lacking('actor', 'offer'),
}, async () => {
  using box = testBox()
  const { keeper } = box
  const who = box.bring('actor', { name: 'Le local', kind: 'association' })
  const id = box.bring('offer', { title: 'Une échelle', reach: 'au local', state: 'firm' })
  const page = await keeper.get(`/annonces/${id}/modifier`)
  assert.match(page.body, /name="from"[\s\S]*<select[^>]*name="from"/)
  const sent = {
    type: 'offer',
    id,
    title: 'Une échelle',
    reach: 'au local',
    from: [`/annonces/${id}/modifier`, who],
  }
  assert.equal((await keeper.post('/ecrire', sent)).status, 303)
  assert.equal(box.read.all('SELECT "from" AS who FROM offer WHERE id = ?', id)[0]?.['who'], who)
})
