import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { cocote } from '../../../tests/support/command-line.ts'
import { bring, NOON, recordId, tempFolder, within } from '../../../tests/support/folders.ts'
import { openBox } from '../../files/folder.ts'
import { newBox } from '../../log/box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { setPeerMark } from '../../sync/trust/marks.ts'

const nameOf = (folder: string): string => openBox(folder).name

test(
  'a box is found by its name, its five words or its local name, never by an empty one; ' +
    'pairing shows the words to compare',
  async t => {
    const [sail, boen] = [tempFolder(), tempFolder()]
    for (const folder of [sail, boen]) within(folder, () => undefined)
    const file = join(tempFolder(), 'nouvelles.cocote')
    const third = tempFolder()
    within(third, engine =>
      bring(engine, { type: 'offer', id: recordId(7), fields: { title: 'Un broyeur' } }),
    )
    const five = wordsOfBox(nameOf(third))
    await cocote(t, 'courier', 'pack', '--out', file, '--data', third)
    const came = await cocote(t, 'courier', 'deliver', file, '--data', boen)
    assert.ok(came.out.includes(five), came.out)
    const shown = async () => (await cocote(t, 'box', 'show', '--data', boen)).out
    const before = await shown()
    assert.match(
      before,
      new RegExp(
        `^- ${five}, inconnue ici ; .*\\n {2}Vue pour la dernière fois le [0-9]`.replaceAll(
          ' ',
          '[ \\u202f]',
        ),
        'm',
      ),
    )
    for (const [named, why] of [
      ['', /Aucune borne connue/],
      [' ', /Aucune borne connue/],
      [wordsOfBox(nameOf(boen)), /cette borne-ci/],
      [`COCOTE ${nameOf(third)} ${wordsOfBox(nameOf(sail))}`, /mal lu/],
      ['babab babab babab babab babab', /Aucune borne connue/],
    ] as const)
      for (const act of ['pair', 'dismiss', 'accept', 'pause']) {
        const { code, err } = await cocote(t, 'box', act, named, '--data', boen)
        assert.deepEqual([code, why.test(err)], [1, true], `${act} ${named} ${err}`)
      }
    assert.equal(await shown(), before)
    for (const named of [
      five.toUpperCase(),
      nameOf(third),
      nameOf(third).slice(0, 10),
      `COCOTE ${nameOf(third)} ${five}`,
    ]) {
      const { code, out } = await cocote(t, 'box', 'pair', named, '--data', boen)
      assert.deepEqual(
        [code, out.includes(`Ses cinq mots\u00a0: ${five}.`), /doit lire les mêmes/.test(out)],
        [0, true, true],
        out,
      )
      assert.match(await shown(), new RegExp(`^- ${five}, reconnue`, 'm'))
      await cocote(t, 'box', 'pair', five, '--off', '--data', boen)
      assert.equal(await shown(), before)
    }
    assert.equal(
      (await cocote(t, 'box', 'pair', five, '--called', 'Usson', '--data', boen)).code,
      0,
    )
    const twice = await cocote(t, 'box', 'pair', nameOf(sail), '--called', 'USSON', '--data', boen)
    assert.deepEqual([twice.code, /s’appelle déjà USSON ici/.test(twice.err)], [1, true], twice.err)
    assert.equal(
      (await cocote(t, 'box', 'pair', five, '--called', 'Usson', '--data', boen)).code,
      0,
      'its own name is no other box’s',
    )
    const typo = `${nameOf(third).slice(0, -2)}00`
    assert.ok((await cocote(t, 'box', 'pair', typo, '--data', boen)).out.includes(wordsOfBox(typo)))
  },
)

test(
  'box show prints a line for each fact about a box: last seen, to take, waiting, its ' + 'clock',
  async t => {
    const folder = tempFolder()
    const [boen, silent] = [newBox().name, newBox().name]
    const hours = 3_600_000
    within(folder, ({ log }) => {
      const aside = [
        { box: silent, why: 'unknown', entries: 2 },
        { box: '', why: 'paused', entries: 1 },
      ] as const
      const heard = {
        commons: { [`${boen}.${'0'.repeat(16)}.commons`]: [[3, 'AAAAAAAAAAA']] },
        network: {},
      } as const
      const brought = { taken: 0, aside, stopped: 1, isFull: true }
      setPeerMark(log, boen, {
        called: 'Boën',
        paired: true,
        heard,
        heardAt: NOON,
        isSure: false,
        clockAheadMs: 2 * hours,
        brought,
      })
      setPeerMark(log, silent, { called: 'Sail', accepted: true })
    })
    const { out } = await cocote(t, 'box', 'show', '--data', folder)
    const of = (called: string): readonly string[] =>
      out
        .split('\n- ')
        .find(part => part.startsWith(called))
        ?.trim()
        .split('\n  ') ?? []
    assert.deepEqual(of('Sail'), [
      'Sail, acceptée\u202f; elle n’a pas encore dit ce qu’elle a',
      `Cinq mots\u00a0: ${wordsOfBox(silent)}.`,
      'Elle n’a encore rien apporté ici.',
    ])
    const told = of('Boën')
    assert.equal(told.length, 9)
    for (const [at, said] of [
      /^Boën, reconnue/,
      /^Cinq mots/,
      /^Vue pour la dernière fois vers le 5 décembre 2026\.$/,
      /^3.écritures à prendre chez elle/,
      /^2.écritures de Sail, que cette borne ne connaît pas/,
      /plusieurs bornes, en pause/,
      /suite s’arrête/,
      /attend votre oui/,
      /^L’horloge de Boën est en avance de 2.heures/,
    ].entries())
      assert.match(told[at] ?? '', said)
  },
)

test('the help of box tells how to name a box and how to take a dismissal back', async t => {
  assert.match((await cocote(t, 'box', '--help')).out, /pair <BORNE>[\s\S]*dismiss <BORNE>.*--off/)
  for (const act of ['pair', 'accept', 'pause', 'dismiss']) {
    const { out } = await cocote(t, 'box', act, '--help')
    assert.match(out, /BORNE .*cinq mots[\s\S]*--off +Le défait/, act)
    assert.equal(out.includes('--called <NOM>'), act === 'pair', act)
  }
  assert.match((await cocote(t, 'box', 'dismiss')).err, /BORNE[\s\S]*cocote box dismiss --help/)
})

test('a box that was sent away leaves its name to the one that comes in its place', async t => {
  const folder = tempFolder()
  within(folder, () => undefined)
  const [old, next] = [newBox().name, newBox().name]
  const said = async (...args: readonly string[]) =>
    (await cocote(t, 'box', ...args, '--data', folder)).code
  assert.equal(await said('pair', old, '--called', 'Boën'), 0)
  assert.equal(await said('pair', next, '--called', 'Boën'), 1)
  assert.equal(await said('dismiss', old), 0)
  assert.equal(await said('pair', next, '--called', 'Boën'), 0)
})
