import { dayLong } from '../../../../text/days.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  lead: 'Here is what the page understood. Touch what is wrong: it opens.',
  ways: {
    offer: {
      give: 'You give',
      lend: 'You lend',
      share: 'You share',
      exchange: 'You exchange',
      barter: 'You barter',
      rent: 'You rent out',
      sell: 'You sell',
      hand: 'You give a helping hand',
      ride: 'You share the road',
    },
    need: {
      give: 'You would like to be given',
      lend: 'You would like to borrow',
      share: 'You want to do it with others',
      exchange: 'You exchange',
      barter: 'You barter',
      rent: 'You look for something to rent',
      sell: 'You buy',
      hand: 'You look for a helping hand',
      ride: 'You look for a seat',
    },
  },
  understood: (way, ride, place, day) =>
    `The page understood: “${[way, ride, place, day].filter(Boolean).join(', ')}”. ` +
    'If it is wrong, correct the notice.',
  noWay: { offer: 'You offer', need: 'You look for' },
  words: said => `“${said}”`,
  at: commune => `in ${commune}`,
  atMine: 'in your commune',
  noPlace: 'in a place that is not said',
  under: themes => `under the ${themes.length === 1 ? 'theme' : 'themes'} ${themes.join(', ')}`,
  noTheme: 'under no theme',
  until: day => `until ${day}`,
  untilDay: ({ day, today }) => `until ${dayLong(day, 'en', today)}`,
  noEnd: 'without a last day',
  against: what => `in return: ${what}`,
  noReturnGiven: 'asking nothing in return',
  noReturn: 'without saying what is wanted in return',
  price: price => `at the price of ${price}`,
  returnMore: 'In a few words, if you like',
  noPrice: 'without saying the price',
  priceHint: 'If you sell or rent. For example “€80”.',
  photo: 'with a photo, if you like',
  photosReceived: n =>
    n === 1 ? 'with the photo already received' : `with the ${n} photos already received`,
  rest: 'and more details, if you like',
}
