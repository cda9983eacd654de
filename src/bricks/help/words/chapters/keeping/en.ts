import type { Chapter } from '../../../model/chapter.ts'

export const en: Chapter = {
  title: 'Keeping the page',
  about: 'Half an hour a week: what waits, four acts, and the rest when it is needed.',
  blocks: [
    { heading: 'What waits' },
    'The black bar counts what waits. [Keep the page](/tenir) ({ui.keep}) tells it in ' +
      'sentences, at the top: each line leads to where one answers.',
    { picture: 'keeping', shows: 'The keeper’s page: what waits, then the four acts of the week.' },
    { heading: 'The four acts of the week' },
    {
      steps: [
        '**Harvest** the last meeting: [A meeting](/aide/une-reunion).',
        '[To show](/a-montrer): what passers-by wrote. {records.show} puts it on the ' +
          'page; {records.refuse} leaves it aside, and whoever wrote it reads your reason on ' +
          'their ticket. What names somebody is marked: read it twice.',
        '[The sheet of the week](/feuille): read the order and the words, ' +
          '{printing.keep}, {printing.print}, then {printing.make}. Put it on the counter.',
        '**Back up**: a key named COCOTE, put into the box, or [by the page](/borne/sauvegardes).',
      ],
    },
    { heading: 'Correct, remove, put back' },
    {
      list: [
        'On the page of each thing, {records.edit} opens all of it: change its words, then ' +
          '{records.save}.',
        '{records.remove} takes it off the page. {records.undo.undo}, right after, puts it ' +
          'back. Later, [what was removed](/tenir/retire) keeps for a month what was taken ' +
          'off and what you showed: a button puts each thing back as it was.',
        '{records.forget} erases for good, here and in the history; it takes one of the ' +
          'ten codes, and can’t be undone.',
        'Somebody asks to disappear: their notices, {records.remove} or {records.forget}; ' +
          'all that is theirs, their page among [the residents](/habitants).',
      ],
    },
    {
      picture: 'taken-off',
      shows: 'The page of what was removed: a notice, with the button that puts it back.',
    },
    { heading: 'Give somebody a card' },
    'A card (a number and four words) lets one write in one’s own name, without waiting. ' +
      'Open [the residents](/habitants), {members.types.member.add}, then make their card: ' +
      'it is printed once, and given by hand.',
    { heading: 'Ask one more question' },
    'Your village always asks for the floor, or the key? [One more ' +
      'question](/tenir/champs): for which kind of notice, the question in two words, what ' +
      'one puts there, who sees the answer. {records.fieldAdd} asks it wherever that kind ' +
      'of thing is written. On the same page it is changed, or {records.fieldTakeAway}.',
    { heading: 'Bring a table in' },
    {
      steps: [
        'Open [Bring a table](/apporter-un-tableau), give the file (spreadsheet, map, ' +
          'calendar), press {=Look}.',
        'The page guesses what it is, and what each column fills. A list of associations ' +
          'is sometimes taken for places: choose the right kind, then {=Look again}.',
        'The first lines show as they will be written. The last button writes them all; ' +
          '{records.undo.table} takes them all back.',
      ],
    },
    { heading: 'Several keepers' },
    'With the person beside you, open [Who keeps the page](/tenir/gardiens): first your ' +
      'first name, then theirs and the passphrase that they choose, {keepers.addAct}. When ' +
      'they sign in, they find ten codes of their own to print. Two people may work at once, ' +
      'on one page of notes too.',
    { heading: 'Put away what is not needed' },
    'The wall, the files, the screen in the bar are of no use to you? [What this page ' +
      'has](/tenir/briques), {records.bricksPage.putAway}. Nothing is lost: ' +
      '{records.bricksPage.takeUp} gives all of it back.',
  ],
}
