import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { phonesIn } from './phone.ts'
import { saysHowToReach } from './reaching.ts'

test(
  'a number or an address is somebody’s until a person has looked; a year, a price and an ' +
    'hour are nobody’s',
  () => {
    const some = [
      'appelez le 06 98 76 54 32',
      '06.98.76.54.32',
      '+33 (0)6 98 76 54 32',
      'zoe arobase : zoe@exemple.org',
      '0698765432 !',
    ]
    for (const text of some) assert.ok(saysHowToReach(text), text)
    const none = [
      'Rendez-vous le 12/12 à 18 h 30',
      'en 2026, 42890 Sail',
      'trois chaises à 15 € et 20 €',
      'de 9 h à 12 h, puis 14 h à 18 h',
      'le 05/12/2026',
      '',
    ]
    for (const text of none) assert.ok(!saysHowToReach(text), text)
  },
)

test(
  'a number is one in any script, with a frame, with an O for its nought, without its nought, ' +
    'or said as words',
  () => {
    const some = [
      'O6 98 76 54 32',
      '０６ ９８ ７６ ５４ ３２',
      '٠٦ ٩٨ ٧٦ ٥٤ ٣٢',
      '0️⃣6️⃣9️⃣8️⃣7️⃣6️⃣5️⃣4️⃣3️⃣2️⃣',
      '06\u200b98\u200b76\u200b54\u200b32',
      '06 ~ 98 | 76 ~ 54 | 32',
      'au 6 98 76 54 32',
      'Gérard 477245566 appelez',
      '477 245 566',
      '6 987 654 32',
      '33698765432',
      '06 98 76 54 trente-deux',
      'zéro six 98 76 54 32',
      '0six 98 76 54 32',
      '06 quatre-vingt-dix-huit 76 54 32',
      'moi＠exemple.fr',
      'moi(at)exemple.fr',
      'moi [arobase] exemple.fr',
      'moi arobase orange point fr',
      'zéro six quatre-vingt-dix-huit, soixante-seize, cinquante-quatre',
    ]
    for (const text of some) assert.ok(saysHowToReach(text), text)
    for (const text of [
      'zéro déchet',
      '15 25 35 40 places',
      'le 1 12 2026, à 14 h 30',
      'oh oui',
      '123 456 789 €',
      'SIRET 477 245 566 00012',
      'SIREN 477245566',
      'en 2026 42890 Sail',
      '0 à 12 ans',
    ])
      assert.ok(!saysHowToReach(text), text)
  },
)

test(
  'law: however ten figures are put apart by anything but letters, they are found as one ' +
    'number',
  () => {
    const apart = fc.stringMatching(/^[ .,;:/()_·•*|~-]{0,3}$/)
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }),
        fc.array(apart, { minLength: 9, maxLength: 9 }),
        (figures, blanks) => {
          fc.pre(figures[0] !== 0)
          const text = `au 0${figures.map((one, n) => `${blanks[n]}${one}`).join('')} le soir`
          fc.pre(!/\d\/\d+\/\d{4}/.test(text))
          const found = phonesIn(text).filter(({ from }) => text[from] === '0')
          assert.deepEqual(
            found.map(({ from, to }) => text.slice(from, to).replace(/\D/g, '')),
            [`0${figures.join('')}`],
          )
        },
      ),
    )
  },
)
