import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html } from '../contract/html.ts'
import { fits } from '../core/form/fit.ts'
import type { Field } from '../core/schema.ts'
import { notice } from './board.ts'
import { recurrences } from './recurs.ts'
import { linked, money, prose, shown, unbroken, type ValueContext } from './value.ts'

const LOCAL = 'l'.padEnd(26, '0')
const HIDDEN = 'h'.padEnd(26, '0')
const look: ValueContext = {
  lang: 'fr',
  today: '2026-11-25',
  commune: code => (code === '42195' ? 'Sail-sous-Couzan' : undefined),
  link: id => (id === LOCAL ? { title: 'Le <local>', href: '/annuaire/lieux/l' } : undefined),
  choices: { a: 'Une personne' },
}
const say = (field: Field, value: unknown, more: Partial<ValueContext> = {}): string => {
  const piece = shown(field, value, { ...look, ...more })
  return (typeof piece === 'object' ? piece.html : (piece ?? '')).replace(/[\u00a0\u202f]/g, ' ')
}

test('Each kind is said as people read it', () => {
  assert.equal(say({ kind: 'day' }, '2026-12-05'), 'samedi 5 décembre')
  assert.equal(say({ kind: 'time' }, '14:30'), '14 h 30')
  assert.equal(say({ kind: 'moment' }, '2026-12-05T13:30:00Z'), 'samedi 5 décembre, 14 h 30')
  assert.equal(
    say({ kind: 'period' }, { from: '2026-12-05', to: '2026-12-06' }),
    'du 5 décembre au 6 décembre',
  )
  assert.equal(say({ kind: 'number', unit: 'posts' }, 5), '5 postes')
  assert.equal(say({ kind: 'number', unit: 'persons' }, 1), '1 personne')
  assert.equal(say({ kind: 'number', unit: 'things' }, 4), '4')
  assert.equal(say({ kind: 'quantity' }, { amount: 12.5, unit: 'kg' }), '12,5 kg')
  assert.equal(say({ kind: 'quantity' }, { amount: null, unit: 'par palettes' }), 'par palettes')
  assert.equal(say({ kind: 'money' }, 350), '3,50 €')
  assert.equal(say({ kind: 'choice' }, 'a'), 'Une personne')
  assert.equal(say({ kind: 'commune' }, '42195'), 'Sail-sous-Couzan')
  assert.equal(say({ kind: 'commune', many: true }, ['42195', '42019']), 'Sail-sous-Couzan, 42019')
  assert.equal(say({ kind: 'link' }, LOCAL), '<a href="/annuaire/lieux/l">Le &lt;local&gt;</a>')
  assert.equal(
    say({ kind: 'phone' }, '04 77 24 00 00'),
    '<a href="tel:+33477240000">04 77 24 00 00</a>',
  )
  assert.equal(say({ kind: 'yesNo' }, true), 'oui')
  assert.equal(
    say({ kind: 'hours' }, 'We 17:00-19:00', { hours: text => `!${text}` }),
    '!We 17:00-19:00',
  )
  assert.match(say({ kind: 'hours' }, 'We 17:00-19:00'), /mercredi.*17 h/)
  assert.match(say({ kind: 'recurrence' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'), /samedi sur deux/)
})

test('What is empty, or not shown here, gives nothing', () => {
  assert.equal(shown({ kind: 'text' }, null, look), undefined)
  assert.equal(shown({ kind: 'link' }, HIDDEN, look), undefined)
  assert.equal(shown({ kind: 'link', many: true }, [HIDDEN], look), undefined)
})

test('A value of another kind is said to be unreadable here, whatever it is', () => {
  const kinds = [
    'text',
    'number',
    'quantity',
    'money',
    'choice',
    'themes',
    'day',
    'moment',
    'period',
    'commune',
    'point',
    'link',
    'files',
    'hours',
    'yesNo',
  ] as const
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.boolean(), fc.jsonValue(), (kind, many, value) => {
      const field: Field = { kind, ...(many ? { many } : {}) }
      const piece = shown(field, value, look)
      if (value !== null && value !== '' && !fits(field, value) && (!many || Array.isArray(value)))
        assert.equal(typeof piece === 'object' && piece.html, '<i>illisible ici</i>')
    }),
  )
})

test('A web address in a text is a link; anything that is not a web page stays text', () => {
  assert.equal(
    linked('voir https://exemple.fr/a?b=1&c=2.').html,
    'voir <a href="https://exemple.fr/a?b=1&amp;c=2" rel="nofollow ugc ' +
      'noreferrer">exemple.fr/a?b=1&amp;c=2</a>.',
  )
  assert.doesNotMatch(linked('javascript:alert(1)').html, /<a/)
  assert.equal(say({ kind: 'url' }, 'javascript:alert(1)'), '<i>illisible ici</i>')
  assert.equal(
    prose('un\ndeux\n\ntrois').html,
    '<div class="prose" lang="fr"><p>un<br>deux</p><p>trois</p></div>',
  )
})

test('No text comes out as markup of its own', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const naked = prose(`<${text}>`).html.replace(/<\/?(?:p|div|br|a)(?: [^<>]*)?>/g, '')
      assert.doesNotMatch(naked, /[<>]/)
    }),
  )
})

test('Money has two decimals or none', () => {
  assert.equal(money(5, 'fr').replace('\u00a0', ' '), '0,05 €')
  assert.equal(money(-1200, 'en'), '−€12')
})

test('The repetitions to choose from are all different, in both languages', () => {
  for (const lang of ['fr', 'en'] as const) {
    const all = recurrences(lang).flatMap(group => group.options)
    assert.equal(new Set(all.map(option => option.value)).size, all.length)
    assert.equal(new Set(all.map(option => option.label)).size, all.length)
  }
})

test('A telephone in a sentence can be dialled; a longer number is none', () => {
  assert.equal(
    linked('au local, ou 06 39 98 41 07.').html,
    'au local, ou <a href="tel:+33639984107">06\u00a039\u00a098\u00a041\u00a007</a>.',
  )
  for (const text of ['SIRET 0123456789012', '+330612345678', 'le 05/12/2026', '06 39 98 41'])
    assert.equal(linked(text).html, text)
})

test('a telephone in a title or a word of the wall stands on one line, and is no link there', () => {
  assert.equal(
    unbroken('Clés au 06 11 22 33 44, 2 clés'),
    'Clés au 06\u00a011\u00a022\u00a033\u00a044, 2 clés',
  )
  const { html } = notice({ title: 'Clés au 06 11 22 33 44' })
  assert.match(html, /06\u00a011\u00a022\u00a033\u00a044/)
  assert.doesNotMatch(html, /tel:/)
})

test('a notice of which nothing stands under its sentence has no empty line', () => {
  for (const where of [html``, '']) {
    const { html: item } = notice({ title: 'Une échelle', where })
    assert.doesNotMatch(item, /class="where"/)
  }
  assert.match(notice({ title: 'Une échelle', where: html`<b>ici</b>` }).html, /class="where"/)
})

test('a number holds to its unit, and to nothing else', () => {
  assert.equal(unbroken('donne 400 kg de foin, à 15 km'), 'donne 400\u00a0kg de foin, à 15\u00a0km')
  assert.equal(linked('à 8 h, 3 €').html, 'à 8\u00a0h, 3\u00a0€')
  assert.equal(unbroken('le 5 hiver, 3 kgs'), 'le 5 hiver, 3 kgs')
})
