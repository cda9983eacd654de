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
        '[{ui.toShow}](/a-montrer): what passers-by wrote. {records.show} puts it on the ' +
          'page; {records.refuse} leaves it aside, and whoever wrote it reads your reason on ' +
          'their ticket. What names somebody is marked: read it twice, and tick if they agree. ' +
          '{records.mendSent} ' +
          'changes the words: their ticket will say so, and {records.undo.theirWords} gives ' +
          'them back as they were.',
        '[{printing.title}](/feuille): read the order and the words, ' +
          '{printing.keep}, {printing.print}, then {printing.make}. Put it on the counter.',
        '**Back up**: a key named COCOTE, put into the box, or [by the page](/borne/sauvegardes).',
      ],
    },
    { heading: 'Correct, remove, put back' },
    {
      list: [
        'On the page of each thing, {records.edit} opens all of it: change its words, then ' +
          '{records.save}.',
        'A notice has served: {offers.close.other}. It was a mistake: on its page, ' +
          '{offers.reopen}. It is in no list now; search for its words, at the top of the ' +
          'page.',
        '{records.remove} takes a thing off the page. {records.undo.undo}, right after, ' +
          'puts it back. Later, [{records.undo.title}](/tenir/retire) keeps for a month what ' +
          'was taken off and what you showed: a button puts each thing back as it was.',
        'Words on [the wall](/mur) are not right: {wall.lift}.',
        'Somebody reports a word that hurts: ' +
          '[{deals.reportsTitle}](/arrangements/signalements) shows it to you, and nothing else ' +
          'of their conversation. {deals.judgeHide}, {deals.judgeStop}, or {deals.judgeStands}.',
        '{records.forget} erases for good, here and in the history; it takes one of the ' +
          'ten codes, and can’t be undone. After a correction, the former words are read by ' +
          'you alone; to erase them too, choose {records.forgetPast}.',
        'Somebody asks to disappear: their notices, {records.remove} or {records.forget}; ' +
          'all that is theirs, their page in [{members.list}](/habitants).',
      ],
    },
    {
      picture: 'taken-off',
      shows: 'The page of what was removed: a notice, with the button that puts it back.',
    },
    { heading: 'One association is there twice' },
    'Open the page of one, press {sync.joining.joinLink}, find the other, then ' +
      '{sync.joining.joinAct}. They read as one, nothing is lost, and it is undone at ' +
      '[{records.undo.title}](/tenir/retire). ' +
      '[{directory.duplicatesTitle}](/annuaire/doublons) shows those that the page has seen.',
    { heading: 'Write by hand' },
    'At the very end of [Keep the page](/tenir), {records.addOne}: an association, a ' +
      'place, an event, a meeting… The name, where and when come first; the rest is folded. ' +
      '{records.saveAndMore} keeps the form open.',
    { heading: 'An event that comes back' },
    {
      steps: [
        '[{agenda.types.event.add}](/agenda/ajouter), its first day, then ' +
          '{agenda.types.event.fields.recurs.label}: each week, every other Thursday, or ' +
          '{ui.recurs.own}.',
        'No practice at Christmas, or another day this time: save, open its page, ' +
          '{agenda.changeDate} beside the date. For this time alone, one writes the other ' +
          'day, the other hour, the other place. {agenda.addDate} puts one more.',
      ],
    },
    { heading: 'A question to somebody' },
    'Would the owner of the bar open on Mondays? On the page of the project or of the ' +
      'place, {asking.fromRecord}: the question and the name stay in this box. The answer is ' +
      'noted in the same place, and one can ask again.',
    { heading: 'Give somebody a card' },
    'A card (a number and four words) lets one write in one’s own name, without waiting, ' +
      'and read the notices that are shown with a card only. Open ' +
      '[{members.list}](/habitants), {members.types.member.add}, then, on their page, ' +
      '{members.makeCard}: it is printed once, and given by hand. A number has changed? Their ' +
      'page here, {members.mend}.',
    { heading: 'One more question in a form' },
    'Your village always asks for the floor, or the key? In [Keep the page](/tenir), under ' +
      '{records.toolHeads.box}: [{records.fieldsTitle}](/tenir/champs). For which kind of ' +
      'notice, the question in two words, what one puts there (words, a day, one answer among ' +
      'several, a photo…), who sees the answer. ' +
      '{records.fieldAdd} asks it wherever that kind of thing is written. On the same page ' +
      'it is changed, or {records.fieldTakeAway}.',
    { heading: 'Bring a table in' },
    {
      steps: [
        'Open [{records.bringTable}](/apporter-un-tableau), give the file (spreadsheet, ' +
          'map, calendar), press {=Look}. An Excel workbook (.xlsx) is not read: in Excel or ' +
          'LibreOffice, File, Save as, and choose CSV.',
        'The page guesses what it is, and what each column fills. A list of associations ' +
          'is sometimes taken for places: choose {directory.types.actor.many}, then {=Look ' +
          'again}.',
        'Lines to look at again are told by their cause: choose the answer that holds for ' +
          'all of them (an association), then {=Look again}.',
        'The first lines show as they will be written. The last button writes them all; ' +
          '{records.undo.table} takes them all back.',
        'A calendar brought again, the month after, brings up to date what came of it: the ' +
          'page says what changes. What you mended here stays.',
      ],
    },
    { heading: 'Several keepers' },
    'With the person beside you, open [{records.keepers}](/tenir/gardiens): first your ' +
      'first name, then theirs and the passphrase that they choose, {keepers.addAct}. When ' +
      'they sign in, they find ten codes of their own to print. Two people may work at once, ' +
      'on one page of notes too. The passphrase of each opens the backups. When one of them ' +
      'leaves, {keepers.end}: their passphrase opens nothing that is made after.',
    { heading: 'Put away what is not needed' },
    'The wall, the files, the screen in the bar are of no use to you? ' +
      '[{records.bricksPage.title}](/tenir/briques), {records.bricksPage.putAway}. Nothing ' +
      'is lost: ' +
      '{records.bricksPage.takeUp} gives all of it back.',
  ],
}
