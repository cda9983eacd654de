import type { fr } from './fr.ts'

export const en: typeof fr = {
  'soiree-des-besoins': {
    title: 'An evening of needs',
    aim: 'In two hours, know what the village needs and what it can offer, without a computer.',
    lasts: 'two hours, a weekday evening',
    people: 'eight to thirty, two to lead it',
    needs: [
      'a room that everybody knows, heated, with tables',
      'the “I offer, I look for” slips, printed, three a person',
      'pens that write large, a string and clothes pegs, or a wall',
      'something to drink; everyone brings a cake',
      'somebody who writes for those who would rather say',
    ],
    steps: [
      '15 min : People arrive. A glass, a first name on a ribbon. Nobody introduces ' +
        'themselves standing.',
      '10 min : Say why we are here, and what becomes of the slips: pinned up here, and on ' +
        'the page only for those who tick both boxes.',
      '20 min : In threes, each tells of the last time they lacked a thing, a hand or a ' +
        'car. The two others listen.',
      '20 min : Each writes their slips: a need, a helping hand, a thing to lend. One ' +
        'sentence, a first name, how to reach.',
      '25 min : Peg them to the string by kind, and read aloud. Who can answer raises a ' +
        'hand and puts their first name under it.',
      '20 min : Choose three needs left without an answer: who takes care of it, before when?',
      '10 min : Read again what found a taker tonight. The date of the next one. Tidy up together.',
    ],
    after: [
      'The next day, key the pile: the code is on each slip. Print the strips to take home.',
      'The sheet of the week says what was answered, and asks the village one of the three needs.',
    ],
    pitfalls: [
      'Thirty people speaking in turn: it takes the whole evening.',
      'Noting a sorrow that its person did not choose to write.',
      'Promising what nobody took on.',
    ],
  },
  'etagere-de-pret': {
    title: 'A lending shelf',
    aim: 'Ten things that everybody borrows, kept in one place, with a notebook.',
    lasts: 'an hour to open it, ten minutes a week',
    people: 'two who look after it, the whole village to use it',
    needs: [
      'a shelf in a place open at least twice a week, and a yes from whoever keeps the place',
      'ten things that work, each with somebody who answers for it: drill, loudspeaker, ' +
        'gazebo, large pot, bicycle pump…',
      'a label on each: its name, whose it is, what to know before using it',
      'a notebook and a pen tied together',
      'a rule of one line, on the wall: “one week, back clean, we say what broke”',
    ],
    steps: [
      'Before : A notice for each thing that is wanted, on the page and on the board. Take ' +
        'only what works.',
      '15 min : Put the things down, tie the labels on, try them in front of everyone.',
      '15 min : Write the rule together. A deposit? Mostly not: a first name and a day are enough.',
      '20 min : Show the notebook: the thing, the first name, how to reach, taken on, back ' +
        'on. The first loan is a real one.',
      '10 min : Who reads the notebook each week? Two first names, in turn.',
      'Then : Each week, read the notebook, call kindly after the eighth day, note what is ' +
        'missing.',
    ],
    after: [
      'Each thing becomes a notice “to lend”: those who never pass by know of it all the same.',
      'After three months, look at the notebook: what did not move goes home, what was ' +
        'asked for three times becomes “wanted”.',
    ],
    pitfalls: [
      'A shelf full of what people wanted to throw away.',
      'A dangerous tool with nobody to show it: chainsaw, brush cutter, scaffold.',
      'Two pages of rules.',
    ],
  },
  cartopartie: {
    title: 'A mapping party with pencils',
    aim:
      'Two hours, two areas, thirty points: what the village has, put on a map by those who ' +
      'walk it.',
    lasts: 'two hours, outdoors then indoors',
    people: 'six to sixteen, in teams of two or three',
    needs: [
      'two areas printed on A3, one a table, and an A4 for each team',
      'pencils, rubbers, a stiff board for each team',
      'the list of what is looked for: open places, benches, water, computers, notice ' +
        'boards, paths cut off',
      'high-visibility vests along a road, a room if it rains',
    ],
    steps: [
      '15 min : Share the areas, read the list, agree on the signs: a circle, a number, a word.',
      '60 min : Walk. At each point, a number on the map and a line on the back: what, open ' +
        'when, who knows. No name and no house of anybody.',
      '20 min : Come back. Copy it onto the A3, strike out what is there twice.',
      '15 min : For each point: are we sure? If not, a question mark, and who will go and ask.',
      '10 min : Count: thirty is good. Choose the three things that are most missing.',
    ],
    after: [
      'Key the points in the directory, to be confirmed until somebody of the place said yes.',
      'Leave the A3 on the wall for two weeks with a pencil: others add to it.',
      'The three things missing become ideas on the page.',
    ],
    pitfalls: [
      'Wanting the whole canton on the first day.',
      'Points without hours nor anybody who knows: they serve nobody.',
      'Noting what goes on in people’s homes.',
    ],
  },
}
