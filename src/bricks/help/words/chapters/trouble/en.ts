import type { Chapter } from '../../../model/chapter.ts'

export const en: Chapter = {
  title: 'When it does not work',
  about:
    'On the left, what one sees. On the right, what one does. Nothing that was saved is ' +
    'lost by pulling the plug.',
  blocks: [
    { heading: 'The page does not open' },
    {
      head: ['What one sees', 'What one does'],
      rows: [
        [
          'The Wi-Fi of the box does not appear',
          'Unplug it, count to ten, plug it in, wait five minutes.',
        ],
        [
          'The telephone says that there is no Internet',
          'That is normal: stay connected. If the page does not come, switch mobile data ' +
            'off for a moment.',
        ],
        [
          'The browser searches the web',
          'Type http://10.10.10.10 whole, in the address bar: “dix, dix, dix, dix”.',
        ],
        [
          'The browser warns of a certificate',
          'To read, take the “s” off https. To keep the page, open the details of the ' +
            'certificate: does its SHA-256 fingerprint begin as on your sheet? Go on. Else ' +
            'close everything.',
        ],
        [
          '“{web.putAway}”',
          'That part of the page is put away: {web.takeUp} is under the sentence, or at ' +
            '[{records.bricksPage.title}](/tenir/briques).',
        ],
        [
          '“{web.failed}”, with a reference',
          'Try again: nothing is half saved. If it comes back, note the reference for ' +
            'whoever installed the box.',
        ],
      ],
    },
    { heading: 'Signing in, the passphrase, the codes' },
    {
      head: ['What one sees', 'What one does'],
      rows: [
        [
          'The passphrase is not accepted',
          'Capitals and spaces count. After too many tries wait ten minutes, or sign in at ' +
            'the box itself: there nobody ever waits.',
        ],
        [
          'The passphrase is lost, or forgotten',
          'It takes the machine: a screen and a keyboard, or whoever installed it. With ' +
            'the page stopped, this person types **cocote keeper**, which asks for another ' +
            'phrase and gives ten new codes. ' +
            'Nothing else changes; earlier backups keep the old phrase.',
        ],
        [
          'Somebody lost their card',
          '[{members.list}](/habitants), their page, {members.makeCard}: it is printed once, ' +
            'and given by hand. The old one opens nothing any more; all that the person wrote ' +
            'stays. If their page is still open, they close it themselves: {members.lostCard.act}.',
        ],
        [
          'The sheet of ten codes is lost, or nearly used up',
          'At the box itself, open [{=Back up and take away}](/borne/sauvegardes): {=Make ' +
            'ten new codes} asks there for your passphrase alone. The old ones are worth ' +
            'nothing then.',
        ],
        [
          '“On an open Wi-Fi, anybody could read your passphrase”',
          'Sign in by the https address that the page shows, or at the box.',
        ],
        [
          'The visit closed in the middle of a sentence',
          'Sign in again: what you had written is kept, and leaves right after.',
        ],
        [
          'Somebody knows your passphrase',
          '[{=Back up and take away}](/borne/sauvegardes), {=Change the passphrase}: all ' +
            'other visits are closed.',
        ],
      ],
    },
    { heading: 'Back up and put back' },
    {
      head: ['What one sees', 'What one does'],
      rows: [
        [
          'The box is dead',
          'On another one, on the first page, follow {=I have a backup to put back}: the ' +
            'file, a passphrase of that day, {=Put this backup back}. The page ' +
            'closes for a minute or two, then comes back by itself. Phrase and codes are ' +
            'those of that day again. The old box is never switched on again.',
        ],
        [
          'All is there, but of yesterday',
          '[{=Back up and take away}](/borne/sauvegardes), at the very end: {=Put a backup ' +
            'back}. What is there today is put aside, not erased.',
        ],
        [
          'The box was stolen',
          'Do today what [this page](/borne/volee) says, from another box. Print it before ' +
            'you need it.',
        ],
        [
          'A thing has disappeared',
          '[{records.undo.title}](/tenir/retire): a month to put it back. A notice that ' +
            'was said to be over has its button on its own page: {offers.reopen}. What was ' +
            'forgotten ' +
            'for good does not come back.',
        ],
      ],
    },
    { heading: 'The key, paper, the rest' },
    {
      head: ['What one sees', 'What one does'],
      rows: [
        [
          'The key is not seen',
          'Wait ten seconds, then reload the page. A key from a shop will do as it is ' +
            '(FAT, exFAT, or ext4). For ' +
            'backups its name is COCOTE.',
        ],
        [
          'The print does not come',
          'The box makes a PDF file: it opens in the browser, or goes among the downloads, ' +
            'and your device prints it. A booklet is printed on both sides, short edge, then ' +
            'folded. Failing that, print the page of the browser.',
        ],
        [
          '“The box is full”',
          'People still read. [The box](/borne) says what takes the room, and what may go.',
        ],
        ['The hour is wrong', '[The box](/borne) takes that of your telephone, by a button.'],
        [
          '“{records.clashTitle}”',
          'Both texts are there: keep yours or theirs, then {records.save}.',
        ],
        [
          '“{ui.refusedTitle}”',
          'The sentence says what, under the field that is marked. What you typed is still there.',
        ],
        [
          'A file of the other box is refused',
          'It is not recognised here yet, or brings much at once: [Two boxes](/aide/deux-bornes).',
        ],
        [
          'None of this',
          'Unplug it: the village still has its paper. Call whoever installed the box, ' +
            'without haste.',
        ],
      ],
    },
  ],
}
